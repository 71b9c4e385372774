package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.rest.auth.OperatorOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Changes of many entries at once (DPS {@code *_RunBulkOperation}). */
@Path("/{collection: enrollments|enrollmentGroups}")
@OperatorOnly
@ApplicationScoped
public class EnrollmentCollectionResource {
    /** Creates, updates or deletes up to ten entries. */
    @POST
    public Response bulk() {
        throw NotServedYet.part("changing many entries at once");
    }
}
