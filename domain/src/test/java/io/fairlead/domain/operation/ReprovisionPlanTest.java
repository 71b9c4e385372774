package io.fairlead.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.operation.MapHubs.Held;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every plan is played on hubs made of maps, with the worker dying at every point and at every pair of points, and with
 * giving up at every point. At every moment {@link Promises} hold.
 */
class ReprovisionPlanTest {

    static Stream<Scenario> scenarios() {
        return Scenario.all();
    }

    static Stream<Scenario> movesKeepingData() {
        return Scenario.all().filter(it -> it.kind() == PlanKind.MOVE_KEEPING_DATA);
    }

    @Test
    void everyKindOfPlanShouldBePlayed() {
        assertThat(scenarios().map(Scenario::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(PlanKind.class));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyStepShouldBePlayedInOrderWhenNothingHappens(Scenario scenario) {
        List<String> expected = new ArrayList<>();
        for (HubStep step : scenario.kind().steps()) {
            expected.add("before " + step);
            if (step != HubStep.COMMIT) {
                expected.add("after " + step);
            }
        }
        List<String> moments = Play.of(scenario).moments();
        moments.removeIf(moment -> moment.startsWith("within") || moment.endsWith("the duty"));
        expected.add("at the end");
        // Quiescing keeps the status that it found before it changes it, so it may be begun twice.
        assertThat(moments.stream().distinct().toList()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void deviceShouldArriveWhereverTheWorkerDies(Scenario scenario) {
        int points = Play.of(scenario).moments().size();
        for (int first = 0; first < points; first++) {
            for (int second = 0; second < points + 2; second++) {
                Play play = Play.of(scenario, Interruption.crash(first), Interruption.crash(first + 1 + second));
                assertThat(play.saga().status).as("%s", play.moments()).isEqualTo(OperationStatus.ASSIGNED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everythingShouldBeAsBeforeWhereverTheSagaGivesUpAndDiesOnTheWayBack(Scenario scenario) {
        int points = Play.of(scenario).moments().size();
        Set<OperationStatus> ends = new HashSet<>();
        for (int first = 0; first < points; first++) {
            for (int second = 0; second < points; second++) {
                Play play = Play.of(scenario, Interruption.giveUp(first), Interruption.crash(first + 1 + second));
                ends.add(play.saga().status);
            }
        }
        assertThat(ends).containsExactlyInAnyOrder(OperationStatus.FAILED, OperationStatus.ASSIGNED);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyActShouldChangeNothingWhenRepeated(Scenario scenario) {
        List<String> moments = Play.of(scenario).moments();
        for (int point = 0; point < moments.size(); point++) {
            String moment = moments.get(point);
            if (moment.startsWith("after")) {
                Play play = Play.of(scenario, Interruption.crash(point));
                Map<HubDeviceKey, Held> first = play.contentAt(point);
                int again =
                        play.moments().subList(point + 1, play.moments().size()).indexOf(moment);
                assertThat(play.contentAt(point + 1 + again)).as(moment).isEqualTo(first);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("movesKeepingData")
    void changeOnTheOldHubShouldArriveWheneverItComesBeforeTheLastLook(Scenario scenario) {
        List<String> moments = Play.of(scenario).moments();
        int lastLook = moments.indexOf("after LOOK_AGAIN");
        for (int point = 0; point < lastLook; point++) {
            for (int crash = 0; crash < moments.size() + 4; crash++) {
                Play play = Play.of(scenario, Interruption.drift(point), Interruption.crash(point + 1 + crash));
                assertThat(play.saga().status).isEqualTo(OperationStatus.ASSIGNED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("movesKeepingData")
    void deviceShouldStayWhereItIsWhenItChangesForEver(Scenario scenario) {
        Play play = Play.ofEndlessDrift(scenario);
        assertThat(play.saga().status).isEqualTo(OperationStatus.FAILED);
        assertThat(play.saga().progress.rounds()).isEqualTo(OperationProgress.MAX_ROUNDS);
    }
}
