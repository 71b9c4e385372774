package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorContext;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.ExpectedVersion;
import io.fairlead.adapters.wire.operating.PolicyBody;
import io.fairlead.adapters.wire.operating.PolicyJson;
import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.application.operating.Policies;
import io.fairlead.application.operating.PolicyDraft;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Shared access policies (Azure: the {@code authorizationPolicies} of a provisioning service). */
@Path("/operator/v1/policies")
@OperatorOnly
@ApplicationScoped
public class PolicyResource {
    private final Policies policies;

    @Inject
    public PolicyResource(Policies policies) {
        this.policies = policies;
    }

    /** For the container's proxy. */
    protected PolicyResource() {
        this(null);
    }

    /** All of them, without keys. */
    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response list() {
        return JsonAnswer.ok(PolicyJson.list(policies.all())).build();
    }

    /** One, without its keys. */
    @GET
    @Path("{keyName}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response get(@PathParam("keyName") String name) {
        return answer(policies.get(name));
    }

    /** Creates or replaces; 200 for both. Keys that are not given stay, or are made. */
    @PUT
    @Path("{keyName}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response put(
            @PathParam("keyName") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context SecurityContext caller,
            byte[] body) {
        PolicyDraft draft = PolicyBody.read(body, name);
        try {
            return answer(
                    policies.put(name, draft, ExpectedVersion.of(ifMatch, ifNoneMatch), OperatorContext.of(caller)));
        } catch (IllegalArgumentException e) {
            throw Problem.field("keyName", e.getMessage()).asException();
        }
    }

    /** Removes it; 204. */
    @DELETE
    @Path("{keyName}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response delete(
            @PathParam("keyName") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        policies.delete(name, ExpectedVersion.of(ifMatch), OperatorContext.of(caller));
        return Response.noContent().build();
    }

    /** With its keys; the only call that shows them, and audited (Azure: {@code listkeys}). */
    @POST
    @Path("{keyName}/keys")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response keys(@PathParam("keyName") String name, @Context SecurityContext caller) {
        return JsonAnswer.ok(PolicyJson.withKeys(policies.keys(name, OperatorContext.of(caller))))
                .build();
    }

    /** Makes {@code key=primary} or {@code key=secondary} anew; the other goes on working. */
    @POST
    @Path("{keyName}/regenerate")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response regenerate(
            @PathParam("keyName") String name,
            @QueryParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        return answer(policies.regenerate(
                name,
                Params.constant("key", key, Policies.KeySlot.class),
                ExpectedVersion.of(ifMatch),
                OperatorContext.of(caller)));
    }

    /** Lets its keys change places. */
    @POST
    @Path("{keyName}/swap")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response swap(
            @PathParam("keyName") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        return answer(policies.swap(name, ExpectedVersion.of(ifMatch), OperatorContext.of(caller)));
    }

    private static Response answer(AccessPolicy policy) {
        return JsonAnswer.ok(PolicyJson.write(policy))
                .header(HttpHeaders.ETAG, EntityTag.quoted(policy.stamp().etag()))
                .build();
    }
}
