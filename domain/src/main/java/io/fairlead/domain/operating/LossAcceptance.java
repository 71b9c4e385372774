package io.fairlead.domain.operating;

import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.HubAssignment;
import java.util.Optional;

/**
 * An operator's word that the state of a device, or of all devices, on a hub out of reach may be lost: their next
 * register then goes on from the newest snapshot or the initial configuration.
 *
 * @param hub where the state is
 * @param device whose; empty for every device that is assigned there
 * @param incarnation with a device, the assignment that it is about: once the device has moved, it holds no more
 * @param reason the operator's, for those who ask later
 */
public record LossAcceptance(
        HubName hub, Optional<RegistrationId> device, Optional<String> incarnation, String reason, EntryStamp stamp)
        implements OperatorRecord {

    @Override
    public String key() {
        return device.map(LossAcceptance::keyOf).orElseGet(() -> keyOf(hub));
    }

    /** The key of an acceptance for a whole hub. */
    public static String keyOf(HubName hub) {
        return "hub/" + hub.value();
    }

    /** The key of an acceptance for one device. */
    public static String keyOf(RegistrationId device) {
        return "device/" + device.canonical();
    }

    /** Whether it is about the state of a device that is assigned there. */
    public boolean covers(HubAssignment current) {
        return hub.equals(current.key().hub())
                && incarnation.map(current.incarnation()::equals).orElse(true);
    }
}
