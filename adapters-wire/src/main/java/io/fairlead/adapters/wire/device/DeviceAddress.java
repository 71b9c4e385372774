package io.fairlead.adapters.wire.device;

import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.identity.RegistrationId;

/**
 * Where a device's requests go: {@code {idScope}/registrations/{registrationId}}, which is a path in HTTP, the head of
 * the user name in MQTT, a link address or user name in AMQP.
 *
 * @param idScope as the device wrote it; it may name no service here
 */
public record DeviceAddress(String idScope, RegistrationId id) {
    private static final String REGISTRATIONS = "registrations";
    private static final int PARTS = 3;

    /** @throws ProvisioningException invalid, when the registration id breaks its grammar */
    public static DeviceAddress of(String idScope, String registrationId) {
        return new DeviceAddress(idScope, WireIds.registration(registrationId));
    }

    /**
     * Reads the whole address.
     *
     * @throws ProvisioningException invalid, when the text is not of that form
     */
    public static DeviceAddress parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS || parts[0].isEmpty() || !parts[1].equalsIgnoreCase(REGISTRATIONS)) {
            throw Problem.of(Problem.Kind.INVALID, "the address must be {idScope}/registrations/{registrationId}")
                    .asException();
        }
        return of(parts[0], parts[2]);
    }
}
