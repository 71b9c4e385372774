package io.fairlead.domain.reprovisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.fixture.SomeHubs;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which plan a decision becomes. */
class ReprovisionPlanOfDecisionTest {
    private static final HubAssignment FROM = SomeHubs.someAssignment();
    private static final HubDeviceKey HERE = FROM.key();
    private static final HubDeviceKey THERE = SomeHubs.place(SomeHubs.HUB_B, "some-device");

    static Stream<Arguments> decisions() {
        return Stream.of(
                row(new FirstAssignment(THERE, false), PlanKind.FIRST_ASSIGNMENT, THERE, false),
                row(new Adoption(THERE), PlanKind.ADOPTION, THERE, false),
                row(new KeepAssignment(FROM, true), PlanKind.CREDENTIAL_UPDATE, HERE, false),
                row(new ResetInPlace(FROM), PlanKind.RESET_IN_PLACE, HERE, false),
                row(new MoveKeepingData(FROM, THERE, false), PlanKind.MOVE_KEEPING_DATA, THERE, true),
                row(new MoveResettingData(FROM, THERE, true, false), PlanKind.MOVE_RESETTING_DATA, THERE, true),
                row(new MoveResettingData(FROM, THERE, false, false), PlanKind.MOVE_RESETTING_UNSEEN, THERE, true),
                row(
                        new Recreation(FROM, THERE, StateSource.SNAPSHOT, true, true, false),
                        PlanKind.RECREATE_FROM_SNAPSHOT,
                        THERE,
                        true),
                row(
                        new Recreation(FROM, HERE, StateSource.INITIAL_CONFIGURATION, true, false, false),
                        PlanKind.RECREATE_INITIAL,
                        HERE,
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void decisionShouldBecomePlan(
            ReprovisionDecision decision, PlanKind kind, HubDeviceKey target, boolean removeSource) {
        ReprovisionPlan plan = ReprovisionPlan.of(decision).orElseThrow();
        assertThat(plan.kind()).isEqualTo(kind);
        assertThat(plan.target()).isEqualTo(target);
        assertThat(plan.removeSource()).isEqualTo(removeSource);
        assertThat(plan.reason()).isNotBlank();
        boolean isFirst = kind == PlanKind.FIRST_ASSIGNMENT || kind == PlanKind.ADOPTION;
        assertThat(plan.source()).isEqualTo(isFirst ? Optional.empty() : Optional.of(FROM));
    }

    @Test
    void everyKindOfPlanShouldComeFromSomeDecision() {
        Set<PlanKind> kinds = decisions().map(row -> (PlanKind) row.get()[1]).collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.allOf(PlanKind.class));
    }

    @Test
    void decisionWithoutEffectShouldBecomeNoPlan() {
        List<ReprovisionDecision> idle = List.of(
                new KeepAssignment(FROM, false),
                new Refused(FailureKind.NO_ELIGIBLE_HUB, "none"),
                new NeedsToKnow(Question.CURRENT_HUB));
        assertThat(idle).allMatch(decision -> ReprovisionPlan.of(decision).isEmpty());
    }

    @Test
    void reasonShouldSayThatStateWasLost() {
        Recreation lost = new Recreation(FROM, HERE, StateSource.INITIAL_CONFIGURATION, true, false, false);
        Recreation kept = new Recreation(FROM, HERE, StateSource.INITIAL_CONFIGURATION, false, false, false);
        assertThat(ReprovisionPlan.of(lost).orElseThrow().reason()).contains("lost");
        assertThat(ReprovisionPlan.of(kept).orElseThrow().reason()).doesNotContain("lost");
    }

    private static Arguments row(
            ReprovisionDecision decision, PlanKind kind, HubDeviceKey target, boolean removeSource) {
        return Arguments.of(decision, kind, target, removeSource);
    }
}
