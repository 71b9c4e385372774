package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.rest.auth.Caller;
import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.enrollment.BulkBody;
import io.fairlead.adapters.wire.enrollment.BulkResultJson;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.IndividualEnrollments;
import io.fairlead.domain.operating.AccessRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Changes of many individual enrollments at once (DPS {@code IndividualEnrollment_RunBulkOperation}). */
@Path("/enrollments")
@OperatorOnly
@ApplicationScoped
public class IndividualBulkResource {
    private final IndividualEnrollments enrollments;

    @Inject
    public IndividualBulkResource(IndividualEnrollments enrollments) {
        this.enrollments = enrollments;
    }

    /** For the container's proxy. */
    protected IndividualBulkResource() {
        this(null);
    }

    /** Creates, updates or deletes up to ten entries; 200 also when some were refused. */
    @POST
    @Needs(AccessRight.ENROLLMENT_WRITE)
    public Response bulk(@QueryParam("api-version") String apiVersion, @Context SecurityContext caller, byte[] body) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        return JsonAnswer.ok(BulkResultJson.ofIndividuals(
                        enrollments.apply(BulkBody.individuals(body, version), Caller.of(caller))))
                .build();
    }
}
