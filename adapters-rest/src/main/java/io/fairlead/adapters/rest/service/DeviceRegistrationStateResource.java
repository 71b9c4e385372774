package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.rest.auth.Caller;
import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.ExpectedVersion;
import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.registration.RegistrationStateJson;
import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.DeviceRegistrations;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.registration.DeviceRegistration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Registration records as operators see them (DPS {@code DeviceRegistrationState_*}). */
@Path("/registrations/{id}")
@OperatorOnly
@ApplicationScoped
public class DeviceRegistrationStateResource {
    private final DeviceRegistrations registrations;

    @Inject
    public DeviceRegistrationStateResource(DeviceRegistrations registrations) {
        this.registrations = registrations;
    }

    /** For the container's proxy. */
    protected DeviceRegistrationStateResource() {
        this(null);
    }

    /** One record. */
    @GET
    @Needs(AccessRight.REGISTRATION_STATUS_READ)
    public Response get(@PathParam("id") String registrationId, @QueryParam("api-version") String apiVersion) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        DeviceRegistration record = registrations.get(WireIds.registration(registrationId));
        return JsonAnswer.ok(RegistrationStateJson.write(record, version))
                .header(HttpHeaders.ETAG, EntityTag.quoted(record.etag()))
                .build();
    }

    /** Forgets a device; its next registration is its first; 204. */
    @DELETE
    @Needs(AccessRight.REGISTRATION_STATUS_WRITE)
    public Response delete(
            @PathParam("id") String registrationId,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context SecurityContext caller) {
        ApiVersion.parse(apiVersion);
        registrations.delete(
                WireIds.registration(registrationId), ExpectedVersion.ofRegistration(ifMatch), Caller.of(caller));
        return Response.noContent().build();
    }
}
