package io.fairlead.adapters.rest.device;

import io.fairlead.adapters.rest.auth.DeviceProofHeader;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.rest.limit.CountedRegistration;
import io.fairlead.adapters.wire.device.DeviceAddress;
import io.fairlead.adapters.wire.device.DeviceAnswer;
import io.fairlead.adapters.wire.device.DeviceDoor;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.provisioning.DeviceProvisioning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/**
 * The device API of DPS: register, poll, look up. A query parameter {@code forceRegistration}, which Node sends, is
 * ignored: every register is judged anew.
 */
@Path("/{idScope}/registrations/{registrationId}")
@ApplicationScoped
public class DeviceRegistrationResource {
    private final DeviceDoor door;
    private final TrustedProxies proxies;

    @Inject
    public DeviceRegistrationResource(DeviceProvisioning provisioning, TrustedProxies proxies) {
        this.door = new DeviceDoor(provisioning);
        this.proxies = proxies;
    }

    /** For the container's proxy. */
    protected DeviceRegistrationResource() {
        this(null, null);
    }

    /** {@code RuntimeRegistration_RegisterDevice}: always 202, since the C# client throws on anything else. */
    @PUT
    @Path("register")
    @CountedRegistration
    public Response register(
            @PathParam("idScope") String idScope,
            @PathParam("registrationId") String registrationId,
            @QueryParam("api-version") String apiVersion,
            @Context ContainerRequestContext request,
            @Context UriInfo uri,
            byte[] body) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        DeviceAddress address = DeviceAddress.of(idScope, registrationId);
        return response(door.register(address, DeviceProofHeader.read(request), version, body, from(request)))
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
            @Context ContainerRequestContext request) {
        ApiVersion.parse(apiVersion);
        DeviceAddress address = DeviceAddress.of(idScope, registrationId);
        return response(door.operation(address, DeviceProofHeader.read(request), operationId))
                .build();
    }

    /** {@code RuntimeRegistration_DeviceRegistrationStatusLookup}: the record by itself. */
    @POST
    @CountedRegistration
    public Response registration(
            @PathParam("idScope") String idScope,
            @PathParam("registrationId") String registrationId,
            @QueryParam("api-version") String apiVersion,
            @Context ContainerRequestContext request,
            byte[] body) {
        ApiVersion.parse(apiVersion);
        DeviceAddress address = DeviceAddress.of(idScope, registrationId);
        return response(door.registration(address, DeviceProofHeader.read(request), body))
                .build();
    }

    private static Response.ResponseBuilder response(DeviceAnswer answer) {
        Response.ResponseBuilder response =
                JsonAnswer.of(Response.Status.fromStatusCode(answer.status()), answer.json());
        answer.retryAfter().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response;
    }

    /** The container's listener notes the other end of the connection; it is not known where no such listener is. */
    private Optional<String> from(ContainerRequestContext request) {
        return proxies.origin(
                (String) request.getProperty(TrustedProxies.CONNECTION),
                request.getHeaderString(TrustedProxies.FORWARDED));
    }
}
