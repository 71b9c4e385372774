package io.fairlead.application.processing;

import io.fairlead.application.deciding.Situation;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.DecisionFacts;
import io.fairlead.domain.reprovisioning.HubAnswer;
import io.fairlead.domain.reprovisioning.ReprovisionDecision;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.KeepAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.NeedsToKnow;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Refused;
import io.fairlead.domain.reprovisioning.ReprovisionPlanner;
import io.fairlead.domain.reprovisioning.TargetAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comes to a decision: decides, asks what the decision hangs on, and decides again. */
final class DecisionDesk {
    private final HubQuestions questions;
    private final OperationJournal journal;

    DecisionDesk(HubQuestions questions, OperationJournal journal) {
        this.questions = questions;
        this.journal = journal;
    }

    /**
     * A decision and what it rests on, in words.
     *
     * @param decision never {@link NeedsToKnow}
     */
    record Ruling(ReprovisionDecision decision, List<String> inputs) {}

    /**
     * Decides about an operation. A device of ours that was left over on the target is removed on the way.
     *
     * @param asked what the current hub has already answered
     * @throws HubException when a hub that has to be asked cannot be
     */
    Ruling rule(RegistrationOperation operation, Situation situation, HubAnswer asked, TargetAnswer held) {
        List<String> inputs = new ArrayList<>(situation.inputs());
        DecisionFacts facts = situation.facts().withCurrentSays(asked).withTargetHolds(held);
        ReprovisionDecision decision = ReprovisionPlanner.decide(facts);
        while (isOpen(operation, decision, facts)) {
            facts = ask(operation, situation, facts, decision);
            decision = ReprovisionPlanner.decide(facts);
        }
        if (facts.lossAccepted()) {
            inputs.add("loss accepted: by an operator");
        }
        facts.current().ifPresent(at -> inputs.add("current: " + at.key()));
        inputs.add("current hub says: " + facts.currentSays());
        inputs.add("target holds: " + facts.targetHolds());
        return new Ruling(decision, inputs);
    }

    /**
     * Whose the device is that a create call met on the target; one of ours that was left over is removed.
     *
     * @throws HubException while an earlier operation has still to do with it
     */
    TargetAnswer resolve(RegistrationOperation operation, HubSnapshot found) {
        TargetAnswer answer = journal.classify(found, operation)
                .orElseThrow(() -> new HubException(
                        HubException.Kind.TRANSIENT, found.key() + " is still in the hands of an earlier operation"));
        if (answer == TargetAnswer.OURS_LEFT_OVER) {
            questions.clear(found);
            return TargetAnswer.ABSENT;
        }
        return answer;
    }

    private boolean isOpen(RegistrationOperation operation, ReprovisionDecision decision, DecisionFacts facts) {
        return decision instanceof NeedsToKnow
                || isUnseenKeep(decision, facts)
                || isLossAccepted(operation, decision, facts);
    }

    private boolean isLossAccepted(RegistrationOperation operation, ReprovisionDecision decision, DecisionFacts facts) {
        return decision instanceof Refused refused
                && refused.waitsForLoss()
                && !facts.lossAccepted()
                && journal.isLossAccepted(operation, facts.current().orElseThrow());
    }

    /** A keep that comes here is none that the request could answer: there was a reason to doubt it. */
    private static boolean isUnseenKeep(ReprovisionDecision decision, DecisionFacts facts) {
        return decision instanceof KeepAssignment keep && keep.isIdle() && facts.currentSays() == HubAnswer.NOT_ASKED;
    }

    private DecisionFacts ask(
            RegistrationOperation operation, Situation situation, DecisionFacts facts, ReprovisionDecision open) {
        if (open instanceof Refused) {
            return facts.withLossAccepted();
        }
        if (open instanceof NeedsToKnow asked) {
            return switch (asked.question()) {
                case CURRENT_HUB -> askCurrent(operation, facts);
                case TARGET_HUB -> askTarget(operation, facts);
                case WEBHOOK -> throw new IllegalStateException("the webhook is asked before the hubs are");
            };
        }
        HubAssignment current = facts.current().orElseThrow();
        HubQuestions.Sight sight = questions.staying(current, operation.attempts());
        DeviceCredential due = situation.credentialAt(current.key());
        boolean strange = sight.credential()
                .filter(there -> !there.equals(due.fingerprint()))
                .isPresent();
        return facts.withCurrentSays(sight.answer()).withCredentialChanged(strange || facts.credentialChanged());
    }

    private DecisionFacts askCurrent(RegistrationOperation operation, DecisionFacts facts) {
        return facts.withCurrentSays(questions.current(facts.current().orElseThrow(), operation.attempts()));
    }

    private DecisionFacts askTarget(RegistrationOperation operation, DecisionFacts facts) {
        HubDeviceKey target = facts.target().orElseThrow();
        Optional<HubSnapshot> found = questions.target(target);
        return facts.withTargetHolds(
                found.map(device -> resolve(operation, device)).orElse(TargetAnswer.ABSENT));
    }
}
