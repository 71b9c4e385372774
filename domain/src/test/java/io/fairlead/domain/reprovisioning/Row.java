package io.fairlead.domain.reprovisioning;

import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Refused;
import io.fairlead.domain.reprovisioning.TargetRule.WhenFree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the decision table.
 *
 * @param more facts without a column of their own
 * @param text the decision, as printed
 * @param refusal for a row that refuses
 * @param decision for a row that does not, the decision in full
 */
record Row(
        When current,
        When policy,
        When allocation,
        When says,
        When more,
        String text,
        Optional<FailureKind> refusal,
        TargetRule target,
        WhenFree decision) {

    boolean covers(DecisionFacts facts) {
        return List.of(current, policy, allocation, says, more).stream()
                .allMatch(cell -> cell.holds().test(facts));
    }

    /** Whether this is what the table says about these facts. */
    boolean agrees(DecisionFacts facts, ReprovisionDecision actual) {
        if (refusal.isPresent()) {
            return refuses(actual, refusal.get());
        }
        return target.decision(facts, decision)
                .map(actual::equals)
                .orElseGet(() -> refuses(actual, TargetRule.refusal()));
    }

    private static boolean refuses(ReprovisionDecision actual, FailureKind kind) {
        return actual instanceof Refused refused
                && refused.kind() == kind
                && !refused.reason().isBlank();
    }

    List<String> cells() {
        return List.of(
                current.text(),
                policy.text(),
                allocation.text(),
                says.text(),
                more.text(),
                text,
                target.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("none", "–"));
    }
}
