package io.fairlead.application.deciding;

import io.fairlead.application.port.Stores;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.registration.HubAssignment;
import java.util.stream.Stream;

/**
 * Whether operators have accepted that a device's state is lost. It is looked up only when a decision would otherwise be a
 * refusal for that reason, so that it costs nobody else anything.
 */
public final class AcceptedLoss {
    private AcceptedLoss() {}

    /** Whether the state of this device at the place that it is assigned to may be lost. */
    public static boolean covers(Stores stores, RegistrationId device, HubAssignment current) {
        return Stream.of(
                        LossAcceptance.keyOf(device),
                        LossAcceptance.keyOf(current.key().hub()))
                .flatMap(key -> stores.losses().find(key).stream())
                .anyMatch(loss -> loss.covers(current));
    }
}
