package io.fairlead.domain.reprovisioning;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.registration.HubAssignment;
import java.util.List;
import java.util.Optional;

/**
 * What a saga is to do, kept in the journal before it begins.
 *
 * @param source where the device is now, if anywhere
 * @param target where it shall be
 * @param removeSource whether removing the device from the source is owed after the end
 * @param reason why, in words for the audit log
 */
public record ReprovisionPlan(
        PlanKind kind, Optional<HubAssignment> source, HubDeviceKey target, boolean removeSource, String reason) {

    /** The steps in order. */
    public List<HubStep> steps() {
        return kind.steps();
    }

    /**
     * Whether the device's initial twin is the one that the allocation webhook returns, or the entry's when it returns
     * none: at a first assignment, and at a reset that changes the hub (DPS "Custom allocation": {@code initialTwin}).
     */
    public boolean takesWebhookTwin() {
        return source.map(from -> kind.isReset() && !from.key().hub().equals(target.hub()))
                .orElse(true);
    }

    /** The plan for a decision; empty where there is nothing to do on a hub. */
    public static Optional<ReprovisionPlan> of(ReprovisionDecision decision) {
        return Optional.ofNullable(planned(decision));
    }

    private static ReprovisionPlan planned(ReprovisionDecision decision) {
        if (decision instanceof ReprovisionDecision.FirstAssignment first) {
            return new ReprovisionPlan(
                    PlanKind.FIRST_ASSIGNMENT, Optional.empty(), first.target(), false, "first assignment");
        }
        if (decision instanceof ReprovisionDecision.Adoption adoption) {
            return new ReprovisionPlan(
                    PlanKind.ADOPTION,
                    Optional.empty(),
                    adoption.target(),
                    false,
                    "first assignment; the hub held the device already");
        }
        if (decision instanceof ReprovisionDecision.KeepAssignment keep && keep.updateCredential()) {
            return inPlace(PlanKind.CREDENTIAL_UPDATE, keep.current(), "kept; the credential was rolled");
        }
        if (decision instanceof ReprovisionDecision.ResetInPlace reset) {
            return inPlace(PlanKind.RESET_IN_PLACE, reset.current(), "reset in place");
        }
        return moving(decision);
    }

    private static ReprovisionPlan moving(ReprovisionDecision decision) {
        if (decision instanceof ReprovisionDecision.MoveKeepingData move) {
            return new ReprovisionPlan(
                    PlanKind.MOVE_KEEPING_DATA,
                    Optional.of(move.from()),
                    move.to(),
                    true,
                    "moved with its state; messages waiting at the old hub are not carried");
        }
        if (decision instanceof ReprovisionDecision.MoveResettingData move) {
            return new ReprovisionPlan(
                    move.sourceReachable() ? PlanKind.MOVE_RESETTING_DATA : PlanKind.MOVE_RESETTING_UNSEEN,
                    Optional.of(move.from()),
                    move.to(),
                    true,
                    move.sourceReachable()
                            ? "moved clean; messages waiting at the old hub are not carried"
                            : "moved clean; the old hub could not be asked");
        }
        return decision instanceof ReprovisionDecision.Recreation recreation ? recreating(recreation) : null;
    }

    private static ReprovisionPlan recreating(ReprovisionDecision.Recreation recreation) {
        boolean snapshot = recreation.content() == ReprovisionDecision.StateSource.SNAPSHOT;
        return new ReprovisionPlan(
                snapshot ? PlanKind.RECREATE_FROM_SNAPSHOT : PlanKind.RECREATE_INITIAL,
                Optional.of(recreation.from()),
                recreation.target(),
                recreation.removeSource(),
                "created again from " + (snapshot ? "the newest snapshot" : "the initial configuration")
                        + (recreation.stateLost() ? "; state on the hub was lost" : ""));
    }

    private static ReprovisionPlan inPlace(PlanKind kind, HubAssignment current, String reason) {
        return new ReprovisionPlan(kind, Optional.of(current), current.key(), false, reason);
    }
}
