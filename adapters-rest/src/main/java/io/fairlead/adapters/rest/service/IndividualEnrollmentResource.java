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
import io.fairlead.application.administration.IndividualEnrollments;
import io.fairlead.application.administration.RegisteredEnrollment;
import io.fairlead.application.administration.SavedEntry;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.RegistrationId;
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

/** Individual enrollments (DPS {@code IndividualEnrollment_*}). */
@Path("/enrollments/{registrationId}")
@OperatorOnly
@ApplicationScoped
public class IndividualEnrollmentResource {
    private final IndividualEnrollments enrollments;

    @Inject
    public IndividualEnrollmentResource(IndividualEnrollments enrollments) {
        this.enrollments = enrollments;
    }

    /** For the container's proxy. */
    protected IndividualEnrollmentResource() {
        this(null);
    }

    /** Creates or replaces; 200 for both. */
    @PUT
    @Needs(AccessRight.ENROLLMENT_WRITE)
    public Response put(
            @PathParam("registrationId") String registrationId,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context SecurityContext caller,
            byte[] body) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        RegistrationId id = WireIds.registration(registrationId);
        SavedEntry<IndividualEnrollment> saved = enrollments.put(
                id,
                EnrollmentBody.individual(body, id, version),
                ExpectedVersion.of(ifMatch, ifNoneMatch),
                Caller.of(caller));
        return answer(saved.entry(), version, saved.showsKeys() ? Keys.SHOWN : Keys.BLANKED);
    }

    /** The entry without its keys, with the state of its device. */
    @GET
    @Needs(AccessRight.ENROLLMENT_READ)
    public Response get(
            @PathParam("registrationId") String registrationId, @QueryParam("api-version") String apiVersion) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        RegisteredEnrollment entry = enrollments.get(WireIds.registration(registrationId));
        return tagged(EnrollmentJson.write(entry, version), entry.enrollment());
    }

    /** Removes the entry; 204. */
    @DELETE
    @Needs(AccessRight.ENROLLMENT_WRITE)
    public Response delete(
            @PathParam("registrationId") String registrationId,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        ApiVersion.parse(apiVersion);
        enrollments.delete(WireIds.registration(registrationId), ExpectedVersion.of(ifMatch), Caller.of(caller));
        return Response.noContent().build();
    }

    /** The attestation with its keys; a body, which some clients send, is ignored. */
    @POST
    @Needs(AccessRight.ENROLLMENT_WRITE)
    @Path("attestationmechanism")
    public Response attestation(
            @PathParam("registrationId") String registrationId,
            @QueryParam("api-version") String apiVersion,
            @Context SecurityContext caller) {
        ApiVersion.parse(apiVersion);
        return JsonAnswer.ok(AttestationJson.write(
                        enrollments.attestation(WireIds.registration(registrationId), Caller.of(caller))))
                .build();
    }

    private static Response answer(IndividualEnrollment entry, ApiVersion version, Keys keys) {
        return tagged(EnrollmentJson.write(entry, version, keys), entry);
    }

    private static Response tagged(byte[] json, IndividualEnrollment entry) {
        return JsonAnswer.ok(json)
                .header(HttpHeaders.ETAG, EntityTag.quoted(entry.stamp().etag()))
                .build();
    }
}
