package io.fairlead.domain.reprovisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.NeedsToKnow;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Question;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Refused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every combination of facts is decided as the table says, and every part of the table says something. */
class ReprovisionDecisionTableTest {
    private static final int COMBINATIONS = 2 * 2 * 4 * 5 * 2 * 4 * 5 * 2 * 2 * 2;
    private static final List<DecisionFacts> ALL = FactSpace.all();

    @Test
    void everyCombinationShouldOccurOnce() {
        assertThat(ALL).hasSize(COMBINATIONS).doesNotHaveDuplicates();
    }

    @Test
    void everyCombinationShouldBeCoveredByOneRow() {
        List<DecisionFacts> wrong =
                ALL.stream().filter(facts -> rowsOf(facts).count() != 1).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyCombinationShouldBeDecidedAsItsRowSays() {
        List<String> wrong = new ArrayList<>();
        for (DecisionFacts facts : ALL) {
            ReprovisionDecision actual = ReprovisionPlanner.decide(facts);
            rowsOf(facts)
                    .filter(row -> !row.agrees(facts, actual))
                    .forEach(row -> wrong.add(row.text() + " expected, was " + actual + " for " + facts));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRowShouldBeHit() {
        Set<Row> hit = new HashSet<>();
        ALL.forEach(facts -> rowsOf(facts).forEach(hit::add));
        assertThat(DecisionTable.ROWS).allMatch(hit::contains);
    }

    @Test
    void everyTargetRuleShouldBeHitWithEveryAnswer() {
        Map<TargetRule, Set<TargetAnswer>> hit = new EnumMap<>(TargetRule.class);
        ALL.forEach(facts -> rowsOf(facts)
                .forEach(row -> hit.computeIfAbsent(row.target(), rule -> EnumSet.noneOf(TargetAnswer.class))
                        .add(facts.targetHolds())));
        assertThat(hit).hasSize(TargetRule.values().length);
        assertThat(hit.values()).containsOnly(EnumSet.allOf(TargetAnswer.class));
    }

    /** Asked once, a hub is not asked again, whatever it answered. */
    @Test
    void everyQuestionShouldBeAskedOnce() {
        for (DecisionFacts facts : ALL) {
            if (ReprovisionPlanner.decide(facts) instanceof NeedsToKnow first) {
                for (DecisionFacts answered : answers(facts, first.question()).toList()) {
                    ReprovisionDecision next = ReprovisionPlanner.decide(answered);
                    assertThat(next).isNotEqualTo(first);
                }
            }
        }
    }

    @Test
    void refusalShouldNameTheHubTheDeviceIsBoundTo() {
        DecisionFacts bound = ALL.stream()
                .filter(facts -> facts.current().isPresent()
                        && !facts.currentLinked()
                        && facts.policy() == EffectivePolicy.NEVER)
                .findFirst()
                .orElseThrow();
        assertThat(ReprovisionPlanner.decide(bound))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains(SomeHubs.HUB_A.value()));
    }

    private static Stream<Row> rowsOf(DecisionFacts facts) {
        return DecisionTable.ROWS.stream().filter(row -> row.covers(facts));
    }

    private static Stream<DecisionFacts> answers(DecisionFacts facts, Question question) {
        return switch (question) {
            case CURRENT_HUB ->
                Stream.of(HubAnswer.THERE, HubAnswer.UNKNOWN, HubAnswer.UNREACHABLE)
                        .map(facts::withCurrentSays);
            case TARGET_HUB ->
                Stream.of(TargetAnswer.values())
                        .filter(answer -> answer != TargetAnswer.NOT_ASKED)
                        .map(facts::withTargetHolds);
            case WEBHOOK ->
                Stream.of(FactSpace.SAME_HUB, FactSpace.OTHER_HUB, FactSpace.NONE_ELIGIBLE, FactSpace.WEBHOOK_FAILED)
                        .map(facts::withChoice);
        };
    }
}
