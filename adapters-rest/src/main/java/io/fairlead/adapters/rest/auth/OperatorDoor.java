package io.fairlead.adapters.rest.auth;

import io.fairlead.domain.operating.AccessRight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.Optional;

/** Puts a filter before every method of an {@link OperatorOnly} resource when the application starts. */
@Provider
@ApplicationScoped
public class OperatorDoor implements DynamicFeature {
    private final OperatorAccess access;
    private final Clock clock;

    @Inject
    public OperatorDoor(OperatorAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected OperatorDoor() {
        this(null, null);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (resource.getResourceClass().isAnnotationPresent(OperatorOnly.class)) {
            context.register(new OperatorFilter(access, clock, needed(resource)));
        }
    }

    private static AccessRight needed(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(Needs.class))
                .map(Needs::value)
                .orElse(AccessRight.SERVICE_CONFIG);
    }
}
