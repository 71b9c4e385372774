package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.paging.ContinuationTokens;
import io.fairlead.adapters.rest.paging.ListName;
import io.fairlead.adapters.rest.paging.PagedList;
import io.fairlead.adapters.wire.enrollment.EnrollmentJson;
import io.fairlead.adapters.wire.query.QueryBody;
import io.fairlead.adapters.wire.query.QueryText;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.RecordQueries;
import io.fairlead.domain.operating.AccessRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Queries of individual enrollments (DPS {@code IndividualEnrollment_Query}). */
@Path("/enrollments/{registrationId}")
@OperatorOnly
@ApplicationScoped
public class IndividualEnrollmentQueryResource {
    private final RecordQueries queries;
    private final ContinuationTokens tokens;

    @Inject
    public IndividualEnrollmentQueryResource(RecordQueries queries, ContinuationTokens tokens) {
        this.queries = queries;
        this.tokens = tokens;
    }

    /** For the container's proxy. */
    protected IndividualEnrollmentQueryResource() {
        this(null, null);
    }

    /** {@code POST /enrollments/query}: the literal, whatever entry may have that id. Entries come without keys. */
    @POST
    @Needs(AccessRight.ENROLLMENT_READ)
    public Response query(
            @PathParam("registrationId") String literal,
            @QueryParam("api-version") String apiVersion,
            @Context HttpHeaders headers,
            byte[] body) {
        QueryWord.demand(literal);
        ApiVersion version = ApiVersion.parse(apiVersion);
        ListName name = new ListName("Enrollment", "", QueryBody.text(body));
        PagedList list = PagedList.asked(name, headers, tokens);
        return list.answer(
                queries.enrollments(QueryText.enrollments(name.query()), list.request()),
                tokens,
                entries -> EnrollmentJson.enrollments(entries, version));
    }
}
