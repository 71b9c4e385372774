package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorContext;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.ExpectedVersion;
import io.fairlead.adapters.wire.operating.InstanceBody;
import io.fairlead.adapters.wire.operating.InstanceJson;
import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.application.operating.Instance;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operating.InstanceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The service as a whole: id scope and what holds for all of it. */
@Path("/operator/v1/settings")
@OperatorOnly
@ApplicationScoped
public class SettingsResource {
    private final Instance instance;

    @Inject
    public SettingsResource(Instance instance) {
        this.instance = instance;
    }

    /** For the container's proxy. */
    protected SettingsResource() {
        this(null);
    }

    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response get() {
        return answer(instance.settings());
    }

    /** Changes the settings that are given; the others stay. */
    @PUT
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Context SecurityContext caller, byte[] body) {
        return answer(
                instance.change(InstanceBody.settings(body), ExpectedVersion.of(ifMatch), OperatorContext.of(caller)));
    }

    private Response answer(InstanceSettings settings) {
        return JsonAnswer.ok(InstanceJson.settings(instance.idScope(), settings, instance.quotas(settings)))
                .header(HttpHeaders.ETAG, EntityTag.quoted(settings.stamp().etag()))
                .build();
    }
}
