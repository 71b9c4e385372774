package io.fairlead.domain.reprovisioning;

import io.fairlead.domain.allocation.HubChoice;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One cell of the decision table: what it says, and which facts it means.
 *
 * @param text as printed
 */
record When(String text, Predicate<DecisionFacts> holds) {
    static final When ANY = when("any", facts -> true);

    static final When UNASSIGNED = when("none", facts -> facts.current().isEmpty());
    static final When ASSIGNED =
            when("H, linked or not", facts -> facts.current().isPresent());
    static final When LINKED = when("H", facts -> facts.current().isPresent() && facts.currentLinked());
    static final When UNLINKED = when("H, not linked", facts -> facts.current().isPresent() && !facts.currentLinked());

    static final When STAYING_POLICY = policy(EffectivePolicy.NEVER, EffectivePolicy.STICKY);
    static final When MIGRATE = policy(EffectivePolicy.MIGRATE);
    static final When RESET = policy(EffectivePolicy.RESET);
    static final When MOVING_POLICY = policy(EffectivePolicy.MIGRATE, EffectivePolicy.RESET);

    static final When NONE_ELIGIBLE =
            when("nothing eligible", facts -> facts.choice() instanceof HubChoice.NoneEligible);
    static final When WEBHOOK_FAILED =
            when("webhook failed", facts -> facts.choice() instanceof HubChoice.WebhookFailed);
    static final When WEBHOOK_NOT_ASKED =
            when("webhook not asked yet", facts -> facts.choice() instanceof HubChoice.NotAsked);
    static final When ANY_SAID =
            when("any, webhook asked if need be", facts -> !(facts.choice() instanceof HubChoice.NotAsked));
    static final When A_HUB = when("a hub", facts -> facts.choice() instanceof HubChoice.Chosen);
    static final When SAME_PLACE = when("H, same device id", When::isSamePlace);
    static final When OTHER_PLACE = when(
            "K, or H with another device id",
            facts -> facts.choice() instanceof HubChoice.Chosen && !isSamePlace(facts));

    static final When NOT_ASKED = says("not asked", HubAnswer.NOT_ASKED);
    static final When THERE = says("there", HubAnswer.THERE);
    static final When UNKNOWN = says("device unknown", HubAnswer.UNKNOWN);
    static final When UNREACHABLE = says("nothing", HubAnswer.UNREACHABLE);
    static final When NOT_UNKNOWN =
            says("there, nothing, not asked", HubAnswer.NOT_ASKED, HubAnswer.THERE, HubAnswer.UNREACHABLE);
    static final When UNKNOWN_OR_UNREACHABLE =
            says("device unknown, nothing", HubAnswer.UNKNOWN, HubAnswer.UNREACHABLE);

    static final When SAME_CREDENTIAL = when("credential as on H", facts -> !facts.credentialChanged());
    static final When NEW_CREDENTIAL = when("another credential than on H", DecisionFacts::credentialChanged);
    static final When SNAPSHOT = when("a young snapshot", DecisionFacts::snapshotKept);
    static final When NO_SNAPSHOT = when("no young snapshot", facts -> !facts.snapshotKept());
    static final When LOSS_REFUSED = when("loss not accepted", facts -> !facts.lossAccepted());
    static final When LOSS_ACCEPTED = when("loss accepted", DecisionFacts::lossAccepted);

    private static When when(String text, Predicate<DecisionFacts> holds) {
        return new When(text, holds);
    }

    When and(When other) {
        return when(text + ", " + other.text, holds.and(other.holds));
    }

    private static When policy(EffectivePolicy... policies) {
        Set<EffectivePolicy> set = Set.of(policies);
        String names = Stream.of(policies)
                .map(policy -> policy.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return when(names, facts -> set.contains(facts.policy()));
    }

    private static When says(String text, HubAnswer... answers) {
        Set<HubAnswer> set = Set.of(answers);
        return when(text, facts -> set.contains(facts.currentSays()));
    }

    private static boolean isSamePlace(DecisionFacts facts) {
        return facts.choice().equals(FactSpace.SAME_HUB) && facts.deviceId().equals(FactSpace.SAME_ID);
    }
}
