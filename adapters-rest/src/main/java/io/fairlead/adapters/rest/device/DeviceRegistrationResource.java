package io.fairlead.adapters.rest.device;

import io.fairlead.adapters.rest.auth.DeviceProofHeader;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.registration.DeviceRegistrationBody;
import io.fairlead.adapters.wire.registration.OperationJson;
import io.fairlead.adapters.wire.registration.RegistrationJson;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.OperationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.UriInfo;

/**
 * The device API of DPS: register, poll, look up. A query parameter {@code forceRegistration}, which Node sends, is
 * ignored: every register is judged anew.
 */
@Path("/{idScope}/registrations/{registrationId}")
@ApplicationScoped
public class DeviceRegistrationResource {
    private final DeviceProvisioning provisioning;

    @Inject
    public DeviceRegistrationResource(DeviceProvisioning provisioning) {
        this.provisioning = provisioning;
    }

    /** For the container's proxy. */
    protected DeviceRegistrationResource() {
        this(null);
    }

    /** {@code RuntimeRegistration_RegisterDevice}: always 202, since the C# client throws on anything else. */
    @PUT
    @Path("register")
    public Response register(
            @PathParam("idScope") String idScope,
            @PathParam("registrationId") String registrationId,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context UriInfo uri,
            byte[] body) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        RegistrationId id = WireIds.registration(registrationId);
        OperationReport report = provisioning.register(new RegistrationRequest(
                idScope,
                id,
                DeviceProofHeader.read(authorization),
                DeviceRegistrationBody.read(body, id).payload(),
                version.reprovisioning()));
        return waiting(OperationJson.promise(report), report)
                .location(uri.getAbsolutePath())
                .build();
    }

    /**
     * {@code RuntimeRegistration_OperationStatusLookup}: 202 while it runs, 200 when it is final, also when it failed.
     */
    @GET
    @Path("operations/{operationId}")
    public Response operation(
            @PathParam("idScope") String idScope,
            @PathParam("registrationId") String registrationId,
            @PathParam("operationId") String operationId,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        ApiVersion.parse(apiVersion);
        OperationReport report = provisioning.operation(new OperationInquiry(
                idScope,
                WireIds.registration(registrationId),
                DeviceProofHeader.read(authorization),
                WireIds.operation(operationId)));
        byte[] progress = OperationJson.progress(report);
        return report.status() == OperationStatus.RUNNING
                ? waiting(progress, report).build()
                : JsonAnswer.ok(progress).build();
    }

    /** {@code RuntimeRegistration_DeviceRegistrationStatusLookup}: the record by itself. */
    @POST
    public Response registration(
            @PathParam("idScope") String idScope,
            @PathParam("registrationId") String registrationId,
            @QueryParam("api-version") String apiVersion,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            byte[] body) {
        ApiVersion.parse(apiVersion);
        RegistrationId id = WireIds.registration(registrationId);
        DeviceRegistrationBody.read(body, id);
        return JsonAnswer.ok(RegistrationJson.write(provisioning.registration(
                        new RegistrationInquiry(idScope, id, DeviceProofHeader.read(authorization)))))
                .build();
    }

    /** Whole seconds: an HTTP date makes the Java client fail. */
    private static Response.ResponseBuilder waiting(byte[] json, OperationReport report) {
        return JsonAnswer.of(Response.Status.ACCEPTED, json)
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, report.retryAfter().toSeconds()));
    }
}
