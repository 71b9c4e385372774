package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.operating.AuditJson;
import io.fairlead.application.operating.AuditLog;
import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operation.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The audit log: what was decided and done, and why; why a device got its hub. */
@Path("/operator/v1/audit")
@OperatorOnly
@ApplicationScoped
public class AuditResource {
    private final AuditLog log;

    @Inject
    public AuditResource(AuditLog log) {
        this.log = log;
    }

    /** For the container's proxy. */
    protected AuditResource() {
        this(null);
    }

    /**
     * The entries that fit, newest first.
     *
     * @param from the earliest time
     * @param until the first time that is too late
     * @param after {@code next} of the page before
     */
    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response search(
            @QueryParam("registrationId") String device,
            @QueryParam("enrollmentGroupId") String group,
            @QueryParam("hub") String hub,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("decision") String decision,
            @QueryParam("size") String size,
            @QueryParam("after") String after) {
        AuditQuery query = new AuditQuery(
                subject(device, group),
                Params.value("hub", hub, HubName::new),
                Params.instant("from", from),
                Params.instant("until", until),
                Params.value("decision", decision, text -> text));
        return JsonAnswer.ok(AuditJson.page(log.search(query, Params.page(size, after))))
                .build();
    }

    private static Optional<AuditSubject> subject(String device, String group) {
        Optional<AuditSubject> ofDevice =
                Params.value("registrationId", device, RegistrationId::new).map(AuditSubject::device);
        Optional<AuditSubject> ofGroup =
                Params.value("enrollmentGroupId", group, EnrollmentGroupId::new).map(AuditSubject::group);
        if (ofDevice.isPresent() && ofGroup.isPresent()) {
            throw Problem.field("enrollmentGroupId", "cannot be asked for together with registrationId")
                    .asException();
        }
        return ofDevice.or(() -> ofGroup);
    }
}
