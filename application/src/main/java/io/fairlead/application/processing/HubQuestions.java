package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.HubAnswer;
import java.util.Optional;

/** Asks hubs what a decision hangs on. */
final class HubQuestions {
    /** A hub that does not answer is asked in this many attempts of the operation before it counts as unreachable. */
    private static final int PATIENCE = 3;

    private final HubRegistry hubs;

    HubQuestions(HubRegistry hubs) {
        this.hubs = hubs;
    }

    /**
     * What the current hub says of the device.
     *
     * @param attempts how often the operation was attempted before
     * @throws HubException while it is too early to give up on the hub, and whenever it is only throttled
     */
    HubAnswer current(HubAssignment assignment, int attempts) {
        try {
            return find(assignment).map(there -> HubAnswer.THERE).orElse(HubAnswer.UNKNOWN);
        } catch (HubException e) {
            if (attempts + 1 < PATIENCE || e.kind() == HubException.Kind.THROTTLED) {
                throw e;
            }
            return HubAnswer.UNREACHABLE;
        }
    }

    /**
     * What a hub says of a device that stays there anyway.
     *
     * @param credential the name of the one that it accepts, where it can tell
     */
    record Sight(HubAnswer answer, Optional<String> credential) {}

    /**
     * Looks at a device that stays where it is.
     *
     * @param attempts how often the operation was attempted before
     * @throws HubException while it is too early to trust the record instead
     * @throws StillHeld when it cannot be used
     */
    Sight staying(HubAssignment assignment, int attempts) {
        try {
            return find(assignment)
                    .map(HubQuestions::seen)
                    .orElseGet(() -> new Sight(HubAnswer.UNKNOWN, Optional.empty()));
        } catch (HubException e) {
            if (attempts + 1 < PATIENCE) {
                throw e;
            }
            return new Sight(HubAnswer.UNREACHABLE, Optional.empty());
        }
    }

    private static Sight seen(HubSnapshot there) {
        if (OwnershipMark.holdsAny(there.state().status())) {
            throw new StillHeld(there);
        }
        return new Sight(HubAnswer.THERE, there.credentialFingerprint());
    }

    private Optional<HubSnapshot> find(HubAssignment assignment) {
        return hubs.read(assignment.key()).filter(device -> device.isIncarnation(assignment.incarnation()));
    }

    Optional<HubSnapshot> target(HubDeviceKey key) {
        return hubs.read(key);
    }

    /** Removes exactly the device that was read and found to be left over from our own work. */
    void clear(HubSnapshot leftover) {
        new UndoSteps(hubs).delete(leftover.key(), leftover);
    }
}
