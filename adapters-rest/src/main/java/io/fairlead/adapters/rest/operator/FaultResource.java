package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorContext;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.body.ExpectedVersion;
import io.fairlead.adapters.wire.operating.InstanceBody;
import io.fairlead.adapters.wire.operating.InstanceJson;
import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.application.operating.FaultScripts;
import io.fairlead.domain.operating.AccessRight;
import io.fairlead.domain.operating.FaultScriptText;
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

/** The fault script of the simulated hubs. */
@Path("/operator/v1/faults")
@OperatorOnly
@ApplicationScoped
public class FaultResource {
    private final FaultScripts scripts;

    @Inject
    public FaultResource(FaultScripts scripts) {
        this.scripts = scripts;
    }

    /** For the container's proxy. */
    protected FaultResource() {
        this(null);
    }

    @GET
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response get() {
        return answer(scripts.get());
    }

    /** Replaces it; an empty text ends all faults. */
    @PUT
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response put(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Context SecurityContext caller, byte[] body) {
        return answer(scripts.put(InstanceBody.script(body), ExpectedVersion.of(ifMatch), OperatorContext.of(caller)));
    }

    private static Response answer(FaultScriptText script) {
        return JsonAnswer.ok(InstanceJson.script(script))
                .header(HttpHeaders.ETAG, EntityTag.quoted(script.stamp().etag()))
                .build();
    }
}
