package io.fairlead.adapters.rest.limit;

import io.fairlead.application.provisioning.DeviceProvisioning;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses a registration too many before its body is read. */
@Provider
@CountedRegistration
@Priority(Priorities.AUTHENTICATION - 100)
@ApplicationScoped
public class RegistrationRoomFilter implements ContainerRequestFilter {
    private final DeviceProvisioning devices;

    @Inject
    public RegistrationRoomFilter(DeviceProvisioning devices) {
        this.devices = devices;
    }

    /** For the container's proxy. */
    protected RegistrationRoomFilter() {
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        devices.demandRoom();
    }
}
