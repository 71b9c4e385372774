package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.rest.auth.OperatorOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Registration records as operators see them (DPS {@code DeviceRegistrationState_*}). */
@Path("/registrations/{id}")
@OperatorOnly
@ApplicationScoped
public class DeviceRegistrationStateResource {
    /** One record. */
    @GET
    public Response get() {
        throw NotServedYet.part("reading a registration record");
    }

    /** Forgets a device; its next registration is its first. */
    @DELETE
    public Response delete() {
        throw NotServedYet.part("deleting a registration record");
    }
}
