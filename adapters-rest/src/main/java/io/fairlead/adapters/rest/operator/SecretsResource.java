package io.fairlead.adapters.rest.operator;

import io.fairlead.adapters.rest.auth.Needs;
import io.fairlead.adapters.rest.auth.OperatorContext;
import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.adapters.rest.door.JsonAnswer;
import io.fairlead.adapters.wire.operating.SecretsJson;
import io.fairlead.application.operating.SecretsCare;
import io.fairlead.domain.operating.AccessRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** The keys that encrypt secrets in the database. */
@Path("/operator/v1/secrets")
@OperatorOnly
@ApplicationScoped
public class SecretsResource {
    private final SecretsCare secrets;

    @Inject
    public SecretsResource(SecretsCare secrets) {
        this.secrets = secrets;
    }

    /** For the container's proxy. */
    protected SecretsResource() {
        this(null);
    }

    /** Encrypts a stretch of all secrets with the active key; {@code next} in the answer leads on, its absence ends. */
    @POST
    @Path("reencrypt")
    @Needs(AccessRight.SERVICE_CONFIG)
    public Response reencrypt(@QueryParam("after") String after, @Context SecurityContext caller) {
        Optional<String> place = Optional.ofNullable(after).filter(given -> !given.isEmpty());
        return JsonAnswer.ok(SecretsJson.progress(secrets.reencrypt(place, OperatorContext.of(caller))))
                .build();
    }
}
