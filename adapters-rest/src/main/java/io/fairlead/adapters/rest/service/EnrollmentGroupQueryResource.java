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

/** Queries of enrollment groups (DPS {@code EnrollmentGroup_Query}). */
@Path("/enrollmentGroups/{enrollmentGroupId}")
@OperatorOnly
@ApplicationScoped
public class EnrollmentGroupQueryResource {
    private final RecordQueries queries;
    private final ContinuationTokens tokens;

    @Inject
    public EnrollmentGroupQueryResource(RecordQueries queries, ContinuationTokens tokens) {
        this.queries = queries;
        this.tokens = tokens;
    }

    /** For the container's proxy. */
    protected EnrollmentGroupQueryResource() {
        this(null, null);
    }

    /** {@code POST /enrollmentGroups/query}: the literal, whatever group may have that id. Groups come without keys. */
    @POST
    @Needs(AccessRight.ENROLLMENT_READ)
    public Response query(
            @PathParam("enrollmentGroupId") String literal,
            @QueryParam("api-version") String apiVersion,
            @Context HttpHeaders headers,
            byte[] body) {
        QueryWord.demand(literal);
        ApiVersion version = ApiVersion.parse(apiVersion);
        ListName name = new ListName("EnrollmentGroup", "", QueryBody.text(body));
        PagedList list = PagedList.asked(name, headers, tokens);
        return list.answer(
                queries.groups(QueryText.groups(name.query()), list.request()),
                tokens,
                groups -> EnrollmentJson.groups(groups, version));
    }
}
