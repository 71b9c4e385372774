package io.fairlead.domain.reprovisioning;

import io.fairlead.domain.allocation.HubChoice;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.registration.HubAssignment;
import java.util.Optional;

/**
 * All that a decision rests on.
 *
 * @param current the assignment on record, if any
 * @param currentLinked whether its hub is still linked
 * @param policy the effective policy of the request
 * @param choice the outcome of the allocation
 * @param deviceId the device id that the entry asks for now
 * @param deviceIdChanged whether that differs from the one on record
 * @param currentSays what the current hub says of the device
 * @param targetHolds what the target hub holds under the device id
 * @param credentialChanged whether the credential on the current hub is another than the one just proven
 * @param snapshotKept whether a stored snapshot of the device is young enough to be used
 * @param lossAccepted whether an operator accepted that the state on the current hub may be lost
 */
public record DecisionFacts(
        Optional<HubAssignment> current,
        boolean currentLinked,
        EffectivePolicy policy,
        HubChoice choice,
        DeviceId deviceId,
        boolean deviceIdChanged,
        HubAnswer currentSays,
        TargetAnswer targetHolds,
        boolean credentialChanged,
        boolean snapshotKept,
        boolean lossAccepted) {

    public DecisionFacts withCurrentSays(HubAnswer answer) {
        return new DecisionFacts(
                current,
                currentLinked,
                policy,
                choice,
                deviceId,
                deviceIdChanged,
                answer,
                targetHolds,
                credentialChanged,
                snapshotKept,
                lossAccepted);
    }

    public DecisionFacts withTargetHolds(TargetAnswer answer) {
        return new DecisionFacts(
                current,
                currentLinked,
                policy,
                choice,
                deviceId,
                deviceIdChanged,
                currentSays,
                answer,
                credentialChanged,
                snapshotKept,
                lossAccepted);
    }

    public DecisionFacts withCredentialChanged(boolean changed) {
        return new DecisionFacts(
                current,
                currentLinked,
                policy,
                choice,
                deviceId,
                deviceIdChanged,
                currentSays,
                targetHolds,
                changed,
                snapshotKept,
                lossAccepted);
    }

    public DecisionFacts withChoice(HubChoice made) {
        return new DecisionFacts(
                current,
                currentLinked,
                policy,
                made,
                deviceId,
                deviceIdChanged,
                currentSays,
                targetHolds,
                credentialChanged,
                snapshotKept,
                lossAccepted);
    }

    /** With an operator's word that the state on the current hub may be lost. */
    public DecisionFacts withLossAccepted() {
        return new DecisionFacts(
                current,
                currentLinked,
                policy,
                choice,
                deviceId,
                deviceIdChanged,
                currentSays,
                targetHolds,
                credentialChanged,
                snapshotKept,
                true);
    }

    /** Where the device would go: the chosen hub under the device id that the entry asks for. */
    public Optional<HubDeviceKey> target() {
        return choice.match(
                chosen -> Optional.of(new HubDeviceKey(chosen.hub(), deviceId)),
                none -> Optional.empty(),
                failed -> Optional.empty(),
                notAsked -> Optional.empty());
    }
}
