package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.paging.ContinuationTokens;
import io.fairlead.adapters.rest.paging.ListName;
import io.fairlead.adapters.rest.paging.PagedList;
import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.query.QueryBody;
import io.fairlead.adapters.wire.query.QueryText;
import io.fairlead.adapters.wire.registration.RegistrationStateJson;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.RecordQueries;
import io.fairlead.domain.identity.EnrollmentGroupId;
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

/** Queries of a group's registration records (DPS {@code DeviceRegistrationState_Query}). */
@Path("/registrations/{enrollmentGroupId}/query")
@OperatorOnly
@ApplicationScoped
public class DeviceRegistrationQueryResource {
    private final RecordQueries queries;
    private final ContinuationTokens tokens;

    @Inject
    public DeviceRegistrationQueryResource(RecordQueries queries, ContinuationTokens tokens) {
        this.queries = queries;
        this.tokens = tokens;
    }

    /** For the container's proxy. */
    protected DeviceRegistrationQueryResource() {
        this(null, null);
    }

    /** The records of the devices that the group of that id vouched for; none when there never was such a group. */
    @POST
    @Needs(AccessRight.REGISTRATION_STATUS_READ)
    public Response query(
            @PathParam("enrollmentGroupId") String groupId,
            @QueryParam("api-version") String apiVersion,
            @Context HttpHeaders headers,
            byte[] body) {
        ApiVersion version = ApiVersion.parse(apiVersion);
        EnrollmentGroupId group = WireIds.group(groupId);
        ListName name = new ListName("DeviceRegistration", group.canonical(), QueryBody.text(body));
        PagedList list = PagedList.asked(name, headers, tokens);
        return list.answer(
                queries.registrations(group, QueryText.registrations(name.query()), list.request()),
                tokens,
                records -> RegistrationStateJson.list(records, version));
    }
}
