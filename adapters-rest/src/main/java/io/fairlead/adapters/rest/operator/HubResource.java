package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorContext;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.ExpectedVersion;
import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.operating.HubBody;
import io.fairlead.adapters.wire.operating.HubJson;
import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.application.operating.HubProbing;
import io.fairlead.application.operating.Hubs;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operating.HubLink;
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

/** Linked hubs (Azure: the {@code iotHubs} of a provisioning service). */
@Path("/operator/v1/hubs")
@OperatorOnly
@ApplicationScoped
public class HubResource {
    private final Hubs hubs;
    private final HubProbing probing;

    @Inject
    public HubResource(Hubs hubs, HubProbing probing) {
        this.hubs = hubs;
        this.probing = probing;
    }

    /** For the container's proxy. */
    protected HubResource() {
        this(null, null);
    }

    /** All of them. */
    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response list() {
        return JsonAnswer.ok(HubJson.list(hubs.all())).build();
    }

    /** One, with the number of devices that are assigned to it. */
    @GET
    @Path("{name}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response get(@PathParam("name") String name) {
        HubLink link = hubs.get(WireIds.hub(name));
        return JsonAnswer.ok(HubJson.write(link, hubs.assigned(link.hub().name())))
                .header(HttpHeaders.ETAG, EntityTag.quoted(link.stamp().etag()))
                .build();
    }

    /** Links it, or changes its link; 200 for both. */
    @PUT
    @Path("{name}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response put(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context SecurityContext caller,
            byte[] body) {
        HubName hub = WireIds.hub(name);
        HubLink link = hubs.put(
                hub, HubBody.read(body, name), ExpectedVersion.of(ifMatch, ifNoneMatch), OperatorContext.of(caller));
        return JsonAnswer.ok(HubJson.write(link))
                .header(HttpHeaders.ETAG, EntityTag.quoted(link.stamp().etag()))
                .build();
    }

    /** Unlinks it; refused while devices are assigned to it, unless {@code force=true}. */
    @DELETE
    @Path("{name}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response unlink(
            @PathParam("name") String name,
            @QueryParam("force") String force,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        long assigned = hubs.unlink(
                WireIds.hub(name),
                Params.truth("force", force),
                ExpectedVersion.of(ifMatch),
                OperatorContext.of(caller));
        return JsonAnswer.ok(HubJson.unlinked(assigned)).build();
    }

    /** Asks it whether it answers and what it can do. */
    @POST
    @Path("{name}/probe")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response probe(@PathParam("name") String name) {
        return JsonAnswer.ok(HubJson.probed(probing.probe(WireIds.hub(name)))).build();
    }
}
