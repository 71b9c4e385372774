package io.fairlead.domain.reprovisioning;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.HubAssignment;

/** What is to be done with a device. */
public sealed interface ReprovisionDecision {

    /** The device has no assignment: create it at the target with its initial configuration. */
    record FirstAssignment(HubDeviceKey target, boolean clearLeftover) implements ReprovisionDecision {}

    /** First assignment where the hub holds the device already and no record does: take it over, its twin kept. */
    record Adoption(HubDeviceKey target) implements ReprovisionDecision {}

    /** The device stays; idle when its credential on the hub is the one it proved. */
    record KeepAssignment(HubAssignment current, boolean updateCredential) implements ReprovisionDecision {
        public boolean isIdle() {
            return !updateCredential;
        }
    }

    /**
     * The state on the hub is gone, or given up: create the device at the target from what is left of it.
     *
     * @param from where it was
     * @param content what it is created from
     * @param stateLost whether state was lost by it, which the audit entry says
     * @param removeSource whether something may still stand at {@code from}, so that removing it is a hub duty
     */
    record Recreation(
            HubAssignment from,
            HubDeviceKey target,
            StateSource content,
            boolean stateLost,
            boolean removeSource,
            boolean clearLeftover)
            implements ReprovisionDecision {}

    /** Another hub, or another device id: the state is carried over. */
    record MoveKeepingData(HubAssignment from, HubDeviceKey to, boolean clearLeftover) implements ReprovisionDecision {}

    /**
     * Another hub, or another device id: the device begins there with its initial configuration.
     *
     * @param sourceReachable whether the old hub holds the device and answers, so that it can be held still; else its
     *     removal is a hub duty
     */
    record MoveResettingData(HubAssignment from, HubDeviceKey to, boolean sourceReachable, boolean clearLeftover)
            implements ReprovisionDecision {}

    /** Same place, initial configuration again: the factory reset without a change of hub. */
    record ResetInPlace(HubAssignment current) implements ReprovisionDecision {}

    /** Nothing is done; what is on record stays. */
    record Refused(FailureKind kind, String reason) implements ReprovisionDecision {
        /** Whether an operator's word, that the state may be lost, would change it. */
        public boolean waitsForLoss() {
            return kind == FailureKind.STATE_OUT_OF_REACH;
        }
    }

    /** The decision hangs on something not yet asked. */
    record NeedsToKnow(Question question) implements ReprovisionDecision {}

    /** What a decision may still have to ask. */
    enum Question {
        CURRENT_HUB,
        TARGET_HUB,
        WEBHOOK
    }

    /** What a device is created from when its hub has lost it. */
    enum StateSource {
        SNAPSHOT,
        INITIAL_CONFIGURATION
    }
}
