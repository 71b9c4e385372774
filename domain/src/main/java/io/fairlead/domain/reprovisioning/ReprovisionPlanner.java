package io.fairlead.domain.reprovisioning;

import io.fairlead.domain.allocation.HubChoice;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Adoption;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.FirstAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.KeepAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.MoveKeepingData;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.MoveResettingData;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.NeedsToKnow;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Question;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Recreation;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Refused;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.ResetInPlace;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.StateSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The decision, a pure function of {@link DecisionFacts}: the table that the README of this module prints and that a
 * test enumerates whole.
 *
 * <p>A fact is asked for only where it decides something, so that an idle keep asks no hub and a first assignment asks
 * none before its one create call.
 */
public final class ReprovisionPlanner {
    private ReprovisionPlanner() {}

    /** Decides, or says what has to be asked first. */
    public static ReprovisionDecision decide(DecisionFacts facts) {
        Optional<HubAssignment> current = facts.current();
        if (current.isEmpty()) {
            return withTarget(facts, target -> first(facts, target));
        }
        if (facts.policy().keepsAssignment()) {
            return stay(facts, current.get());
        }
        return withTarget(
                facts,
                target -> facts.policy() == EffectivePolicy.MIGRATE
                        ? migrate(facts, current.get(), target)
                        : reset(facts, current.get(), target));
    }

    private static ReprovisionDecision withTarget(
            DecisionFacts facts, Function<HubDeviceKey, ReprovisionDecision> decide) {
        return facts.choice()
                .match(
                        chosen -> decide.apply(facts.target().orElseThrow()),
                        none -> new Refused(FailureKind.NO_ELIGIBLE_HUB, none.why()),
                        failed -> new Refused(FailureKind.WEBHOOK_FAILED, failed.why()),
                        notAsked -> new NeedsToKnow(Question.WEBHOOK));
    }

    private static ReprovisionDecision first(DecisionFacts facts, HubDeviceKey target) {
        return switch (facts.targetHolds()) {
            case NOT_ASKED, ABSENT -> new FirstAssignment(target, false);
            case OURS_LEFT_OVER -> new FirstAssignment(target, true);
            case OTHER_REGISTRATION -> taken(target);
            case FOREIGN -> new Adoption(target);
        };
    }

    private static ReprovisionDecision stay(DecisionFacts facts, HubAssignment current) {
        if (!facts.currentLinked()) {
            return new Refused(
                    FailureKind.NO_ELIGIBLE_HUB,
                    "the device is bound to hub " + current.key().hub()
                            + ", which is no longer linked: link it again, or let the entry's reprovisionPolicy update"
                            + " the assignment");
        }
        // The webhook has no say in where the device is, but it is asked: it may return something for the device.
        if (facts.choice() instanceof HubChoice.NotAsked) {
            return new NeedsToKnow(Question.WEBHOOK);
        }
        return facts.currentSays() == HubAnswer.UNKNOWN ? recreateInPlace(facts, current) : keep(facts, current);
    }

    private static ReprovisionDecision migrate(DecisionFacts facts, HubAssignment current, HubDeviceKey target) {
        if (!facts.currentLinked()) {
            return facts.lossAccepted()
                    ? recreateAt(facts, current, target)
                    : outOfReach(current, "is no longer linked");
        }
        if (staysInPlace(facts, current, target)) {
            return facts.currentSays() == HubAnswer.UNKNOWN ? recreateInPlace(facts, current) : keep(facts, current);
        }
        return switch (facts.currentSays()) {
            case NOT_ASKED -> new NeedsToKnow(Question.CURRENT_HUB);
            case UNKNOWN -> recreateAt(facts, current, target);
            case UNREACHABLE ->
                facts.lossAccepted() ? recreateAt(facts, current, target) : outOfReach(current, "does not answer");
            case THERE -> onFreeTarget(facts, target, clear -> new MoveKeepingData(current, target, clear));
        };
    }

    private static ReprovisionDecision reset(DecisionFacts facts, HubAssignment current, HubDeviceKey target) {
        if (!facts.currentLinked()) {
            return onFreeTarget(facts, target, clear -> new MoveResettingData(current, target, false, clear));
        }
        boolean inPlace = staysInPlace(facts, current, target);
        return switch (facts.currentSays()) {
            case NOT_ASKED -> new NeedsToKnow(Question.CURRENT_HUB);
            case UNKNOWN ->
                inPlace
                        ? inPlaceWhenFree(
                                facts,
                                current,
                                clear -> new Recreation(
                                        current, target, StateSource.INITIAL_CONFIGURATION, false, false, clear))
                        : onFreeTarget(facts, target, clear -> new MoveResettingData(current, target, false, clear));
            case UNREACHABLE ->
                inPlace
                        ? new Refused(
                                FailureKind.HUB_UNREACHABLE,
                                "hub " + current.key().hub() + " does not answer, so the device cannot be reset there")
                        : onFreeTarget(facts, target, clear -> new MoveResettingData(current, target, false, clear));
            case THERE ->
                inPlace
                        ? new ResetInPlace(current)
                        : onFreeTarget(facts, target, clear -> new MoveResettingData(current, target, true, clear));
        };
    }

    private static ReprovisionDecision keep(DecisionFacts facts, HubAssignment current) {
        return new KeepAssignment(current, facts.credentialChanged());
    }

    private static ReprovisionDecision recreateInPlace(DecisionFacts facts, HubAssignment current) {
        return inPlaceWhenFree(
                facts, current, clear -> new Recreation(current, current.key(), source(facts), true, false, clear));
    }

    /** The hub has just said that it does not know the device, so it need not be asked again whether the id is free. */
    private static ReprovisionDecision inPlaceWhenFree(
            DecisionFacts facts, HubAssignment current, Function<Boolean, ReprovisionDecision> whenFree) {
        return facts.targetHolds() == TargetAnswer.NOT_ASKED
                ? whenFree.apply(false)
                : onFreeTarget(facts, current.key(), whenFree);
    }

    /** A hub that says it does not know the device may be wrong, so the removal there is owed in any case. */
    private static ReprovisionDecision recreateAt(DecisionFacts facts, HubAssignment current, HubDeviceKey target) {
        return onFreeTarget(facts, target, clear -> new Recreation(current, target, source(facts), true, true, clear));
    }

    private static ReprovisionDecision onFreeTarget(
            DecisionFacts facts, HubDeviceKey target, Function<Boolean, ReprovisionDecision> whenFree) {
        return switch (facts.targetHolds()) {
            case NOT_ASKED -> new NeedsToKnow(Question.TARGET_HUB);
            case ABSENT -> whenFree.apply(false);
            case OURS_LEFT_OVER -> whenFree.apply(true);
            case OTHER_REGISTRATION -> taken(target);
            case FOREIGN ->
                new Refused(
                        FailureKind.DEVICE_ID_TAKEN,
                        "hub " + target.hub() + " already holds a device " + target.device()
                                + " that this service did not create: remove or rename it there");
        };
    }

    private static boolean staysInPlace(DecisionFacts facts, HubAssignment current, HubDeviceKey target) {
        return current.key().hub().equals(target.hub()) && !facts.deviceIdChanged();
    }

    private static StateSource source(DecisionFacts facts) {
        return facts.snapshotKept() ? StateSource.SNAPSHOT : StateSource.INITIAL_CONFIGURATION;
    }

    private static Refused taken(HubDeviceKey target) {
        return new Refused(
                FailureKind.DEVICE_ID_TAKEN,
                "device id " + target.device() + " on hub " + target.hub()
                        + " belongs to another registration: give the entry another deviceId");
    }

    private static Refused outOfReach(HubAssignment current, String how) {
        return new Refused(
                FailureKind.STATE_OUT_OF_REACH,
                "hub " + current.key().hub() + " " + how + " and may still hold the device's state: bring it back, or"
                        + " have an operator accept the loss");
    }
}
