package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorContext;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.operating.DutyJson;
import io.fairlead.application.operating.HubDuties;
import io.fairlead.application.paging.Page;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operation.HubDuty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** What is owed to hubs. */
@Path("/operator/v1/duties")
@OperatorOnly
@ApplicationScoped
public class DutyResource {
    private final HubDuties duties;

    @Inject
    public DutyResource(HubDuties duties) {
        this.duties = duties;
    }

    /** For the container's proxy. */
    protected DutyResource() {
        this(null);
    }

    /** A page of them by id. */
    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response list(@QueryParam("size") String size, @QueryParam("after") String after) {
        Page<HubDuty> page = duties.page(Params.page(size, after));
        return JsonAnswer.ok(DutyJson.page(
                        page,
                        page.items().stream()
                                .filter(duty -> duty.kind() != HubDuty.Kind.CONFLICT)
                                .toList()))
                .build();
    }

    @GET
    @Path("{id}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response get(@PathParam("id") String id) {
        return JsonAnswer.ok(DutyJson.write(duties.get(id))).build();
    }

    /** Makes it due at once. */
    @POST
    @Path("{id}/retry")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response retry(@PathParam("id") String id, @Context SecurityContext caller) {
        return JsonAnswer.ok(DutyJson.write(duties.retry(id, OperatorContext.of(caller))))
                .build();
    }

    /** Gives it up; 204. Only with {@code force=true}, since what it is about then stays at the hub. */
    @DELETE
    @Path("{id}")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response giveUp(
            @PathParam("id") String id, @QueryParam("force") String force, @Context SecurityContext caller) {
        if (!Params.truth("force", force)) {
            throw Problem.of(
                            Problem.Kind.CONFLICT,
                            "a duty that is given up leaves the device at the hub as it is, perhaps disabled for ever or"
                                    + " enabled in two places: repeat with force=true if that is meant")
                    .asException();
        }
        duties.giveUp(id, OperatorContext.of(caller));
        return Response.noContent().build();
    }
}
