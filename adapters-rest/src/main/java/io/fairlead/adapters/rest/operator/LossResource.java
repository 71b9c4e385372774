package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorContext;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.operating.InstanceBody;
import io.fairlead.adapters.wire.operating.InstanceJson;
import io.fairlead.application.operating.Losses;
import io.fairlead.domain.operating.AccessRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Losses of state that operators accept (accept-loss). */
@Path("/operator/v1/losses")
@OperatorOnly
@ApplicationScoped
public class LossResource {
    private final Losses losses;

    @Inject
    public LossResource(Losses losses) {
        this.losses = losses;
    }

    /** For the container's proxy. */
    protected LossResource() {
        this(null);
    }

    /** All that hold. */
    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response list() {
        return JsonAnswer.ok(InstanceJson.losses(losses.all())).build();
    }

    /** Accepts that the state of a device on its present hub may be lost. */
    @PUT
    @Path("devices/{registrationId}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response acceptForDevice(
            @PathParam("registrationId") String device, @Context SecurityContext caller, byte[] body) {
        return JsonAnswer.ok(InstanceJson.loss(losses.acceptFor(
                        WireIds.registration(device), InstanceBody.reason(body), OperatorContext.of(caller))))
                .build();
    }

    /** Accepts it for every device that is assigned to a hub. */
    @PUT
    @Path("hubs/{name}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response acceptForHub(@PathParam("name") String name, @Context SecurityContext caller, byte[] body) {
        return JsonAnswer.ok(InstanceJson.loss(
                        losses.acceptFor(WireIds.hub(name), InstanceBody.reason(body), OperatorContext.of(caller))))
                .build();
    }

    /** Takes it back; 204. */
    @DELETE
    @Path("devices/{registrationId}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response withdrawForDevice(@PathParam("registrationId") String device, @Context SecurityContext caller) {
        losses.withdraw(WireIds.registration(device), OperatorContext.of(caller));
        return Response.noContent().build();
    }

    /** Takes it back; 204. */
    @DELETE
    @Path("hubs/{name}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response withdrawForHub(@PathParam("name") String name, @Context SecurityContext caller) {
        losses.withdraw(WireIds.hub(name), OperatorContext.of(caller));
        return Response.noContent().build();
    }
}
