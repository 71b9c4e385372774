package io.fairlead.bootstrap.runtime;

import io.fairlead.adapters.rest.RestComponents;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The device API and the service API at the root of the HTTPS listener. */
@ApplicationPath("/")
public class ProvisioningRestApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return RestComponents.classes();
    }

    /** The description of the application that Jersey would offer at application.wadl is nobody's business. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
