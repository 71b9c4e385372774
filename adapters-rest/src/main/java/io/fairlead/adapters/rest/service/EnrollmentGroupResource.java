package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.rest.auth.Caller;
import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.ExpectedVersion;
import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.enrollment.AttestationJson;
import io.fairlead.adapters.wire.enrollment.EnrollmentBody;
import io.fairlead.adapters.wire.enrollment.EnrollmentJson;
import io.fairlead.adapters.wire.enrollment.EnrollmentJson.Keys;
import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.EnrollmentGroups;
import io.fairlead.application.administration.SavedEntry;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.EnrollmentGroupId;
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

/** Enrollment groups (DPS {@code EnrollmentGroup_*}). */
@Path("/enrollmentGroups/{enrollmentGroupId}")
@OperatorOnly
@ApplicationScoped
public class EnrollmentGroupResource {
    private final EnrollmentGroups groups;

    @Inject
    public EnrollmentGroupResource(EnrollmentGroups groups) {
        this.groups = groups;
    }

    /** For the container's proxy. */
    protected EnrollmentGroupResource() {
        this(null);
    }

    /** Creates or replaces; 200 for both. */
    @PUT
    @Needs(AccessRight.ENROLLMENT_WRITE)
    public Response put(
            @PathParam("enrollmentGroupId") String groupId,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context SecurityContext caller,
            byte[] body) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        EnrollmentGroupId id = WireIds.group(groupId);
        SavedEntry<EnrollmentGroup> saved = groups.put(
                id,
                EnrollmentBody.group(body, id, version),
                ExpectedVersion.of(ifMatch, ifNoneMatch),
                Caller.of(caller));
        return answer(saved.entry(), version, saved.showsKeys() ? Keys.SHOWN : Keys.BLANKED);
    }

    /** The group without its keys. */
    @GET
    @Needs(AccessRight.ENROLLMENT_READ)
    public Response get(@PathParam("enrollmentGroupId") String groupId, @QueryParam("api-version") String apiVersion) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        return answer(groups.get(WireIds.group(groupId)), version, Keys.BLANKED);
    }

    /** Removes the group; 204. */
    @DELETE
    @Needs(AccessRight.ENROLLMENT_WRITE)
    public Response delete(
            @PathParam("enrollmentGroupId") String groupId,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        ApiVersion.parse(apiVersion);
        groups.delete(WireIds.group(groupId), ExpectedVersion.of(ifMatch), Caller.of(caller));
        return Response.noContent().build();
    }

    /** The attestation with its keys; a body, which some clients send, is ignored. */
    @POST
    @Needs(AccessRight.ENROLLMENT_WRITE)
    @Path("attestationmechanism")
    public Response attestation(
            @PathParam("enrollmentGroupId") String groupId,
            @QueryParam("api-version") String apiVersion,
            @Context SecurityContext caller) {
        ApiVersion.parse(apiVersion);
        return JsonAnswer.ok(AttestationJson.write(groups.attestation(WireIds.group(groupId), Caller.of(caller))))
                .build();
    }

    private static Response answer(EnrollmentGroup entry, ApiVersion version, Keys keys) {
        return JsonAnswer.ok(EnrollmentJson.write(entry, version, keys))
                .header(HttpHeaders.ETAG, EntityTag.quoted(entry.stamp().etag()))
                .build();
    }
}
