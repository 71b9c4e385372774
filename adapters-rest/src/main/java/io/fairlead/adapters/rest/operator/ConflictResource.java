package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorContext;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.operating.DutyJson;
import io.fairlead.adapters.wire.operating.InstanceBody;
import io.fairlead.application.operating.HubDuties;
import io.fairlead.application.paging.Page;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operation.HubDuty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Conflicts that are parked for an operator: changes made at an old hub that could not be carried. */
@Path("/operator/v1/conflicts")
@OperatorOnly
@ApplicationScoped
public class ConflictResource {
    private final HubDuties duties;

    @Inject
    public ConflictResource(HubDuties duties) {
        this.duties = duties;
    }

    /** For the container's proxy. */
    protected ConflictResource() {
        this(null);
    }

    /** A page of them, each with both versions of the device. */
    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response list(@QueryParam("size") String size, @QueryParam("after") String after) {
        Page<HubDuty> page = duties.page(Params.page(size, after));
        return JsonAnswer.ok(DutyJson.page(
                        page,
                        page.items().stream()
                                .filter(duty -> duty.kind() == HubDuty.Kind.CONFLICT)
                                .toList()))
                .build();
    }

    /**
     * Ends it. {@code arrived}: what the device's hub holds now stays, the other version is forgotten; 204. {@code left}:
     * the other version is owed to the device's hub; 202 with the duty.
     */
    @POST
    @Path("{id}/resolve")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response resolve(@PathParam("id") String id, @Context SecurityContext caller, byte[] body) {
        if (InstanceBody.keepsLeft(body)) {
            HubDuty owed = duties.keepLeft(id, OperatorContext.of(caller));
            return JsonAnswer.of(Response.Status.ACCEPTED, DutyJson.write(owed)).build();
        }
        duties.keepArrived(id, OperatorContext.of(caller));
        return Response.noContent().build();
    }
}
