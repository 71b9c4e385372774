package io.fairlead.domain.operation;

import static io.fairlead.domain.operation.Scenario.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.operation.MapHubs.Held;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds at every moment of every saga, and what holds at its end. */
final class Promises {
    private final Scenario scenario;
    private final Saga saga;
    private final Map<HubDeviceKey, Held> before;
    private DeviceState latest;

    Promises(Scenario scenario, Saga saga) {
        this.scenario = scenario;
        this.saga = saga;
        this.before = saga.hubs.content();
        this.latest = scenario.drifted();
    }

    /** The back end changes the device where it was; the saga has to follow. */
    void drift(long value) {
        latest = Scenario.withDesired(latest, value);
        Held device = saga.hubs.find(OLD).orElseThrow();
        saga.hubs.put(OLD, device.withState(Scenario.withDesired(device.state(), value)));
    }

    void holdNow(String moment) {
        stateExists(moment);
        neverEnabledTwice(moment);
        othersAreUntouched(moment);
    }

    /** The full state is in the old hub, the stored snapshot or the new hub; unless it was lost before. */
    private void stateExists(String moment) {
        boolean exists = !scenario.hasSource()
                || saga.snapshot.filter(this::isLatest).isPresent()
                || holdsLatest(OLD)
                || holdsLatest(scenario.target());
        assertThat(exists).as("the state exists %s", moment).isTrue();
    }

    private boolean isLatest(DeviceState state) {
        return state.hasContentOf(latest);
    }

    private boolean holdsLatest(HubDeviceKey place) {
        return saga.hubs.find(place).map(Held::state).filter(this::isLatest).isPresent();
    }

    /** A hub that cannot be asked cannot be told to disable either: there the device goes with the duty. */
    private void neverEnabledTwice(String moment) {
        boolean twice = scenario.kind() != PlanKind.MOVE_RESETTING_UNSEEN
                && !scenario.target().equals(OLD)
                && isEnabled(OLD)
                && isEnabled(scenario.target());
        assertThat(twice).as("enabled twice %s", moment).isFalse();
    }

    private boolean isEnabled(HubDeviceKey place) {
        return saga.hubs
                .find(place)
                .filter(device -> device.state().status().enabled())
                .isPresent();
    }

    private void othersAreUntouched(String moment) {
        Set<HubDeviceKey> places = new HashSet<>(saga.hubs.content().keySet());
        places.removeAll(List.of(OLD, scenario.target()));
        assertThat(places).as("other places %s", moment).containsExactlyInAnyOrderElementsOf(Scenario.BYSTANDERS);
        for (HubDeviceKey place : Scenario.BYSTANDERS) {
            assertThat(saga.hubs.find(place)).as("bystander %s", moment).contains(before.get(place));
        }
    }

    void holdAtTheEnd() {
        assertThat(saga.status).isNotEqualTo(OperationStatus.RUNNING);
        if (saga.status == OperationStatus.ASSIGNED) {
            arrived();
        } else {
            assertThat(saga.progress.givingUp()).contains(Saga.CAUSE);
            leftAsItWas();
        }
    }

    /** One device, at the place on record, of the incarnation on record, with the status and content it shall have. */
    private void arrived() {
        HubAssignment assignment = saga.assignment.orElseThrow();
        assertThat(assignment.key()).isEqualTo(scenario.target());
        Held device = saga.hubs.find(scenario.target()).orElseThrow();
        assertThat(device.incarnation()).isEqualTo(assignment.incarnation());
        assertThat(device.state().status()).isEqualTo(scenario.former());
        assertThat(device.state().hasContentOf(expected()))
                .as("content of " + scenario)
                .isTrue();
        if (!scenario.target().equals(OLD)) {
            assertThat(saga.hubs.find(OLD)).isEmpty();
        }
        if (scenario.kind() != PlanKind.RESET_IN_PLACE) {
            assertThat(device.credential()).isEqualTo(Saga.NEW_CREDENTIAL);
        }
    }

    private DeviceState expected() {
        return switch (scenario.kind()) {
            case MOVE_KEEPING_DATA, CREDENTIAL_UPDATE -> latest;
            case RECREATE_FROM_SNAPSHOT, ADOPTION -> scenario.drifted();
            case FIRST_ASSIGNMENT, RECREATE_INITIAL, MOVE_RESETTING_DATA, MOVE_RESETTING_UNSEEN, RESET_IN_PLACE ->
                Scenario.INITIAL;
        };
    }

    /** Giving up leaves both hubs as they were, but for what the back end changed and a credential that was brought. */
    private void leftAsItWas() {
        assertThat(saga.assignment).isEqualTo(saga.progress.plan().source());
        if (saga.progress.reached() == PlanKind.RESET_IN_PLACE.steps().indexOf(HubStep.RESET_TWIN)
                && scenario.kind() == PlanKind.RESET_IN_PLACE) {
            letGoEitherWay();
            return;
        }
        for (HubDeviceKey place : List.of(OLD, scenario.target())) {
            assertThat(saga.hubs.find(place).map(this::comparable))
                    .as("%s after giving up", place)
                    .isEqualTo(Optional.ofNullable(before.get(place))
                            .map(device -> place.equals(OLD) ? device.withState(latest) : device)
                            .map(this::comparable));
        }
    }

    /** A reset that may have had its effect: the device is let go as it is, and what it was is in the snapshot. */
    private void letGoEitherWay() {
        assertThat(saga.snapshot.filter(this::isLatest)).isPresent();
        saga.hubs.find(OLD).map(Held::state).ifPresent(state -> {
            assertThat(state.status()).isEqualTo(scenario.former());
            assertThat(isLatest(state) || state.hasContentOf(Scenario.INITIAL)).isTrue();
        });
    }

    private Held comparable(Held device) {
        boolean bringsCredential =
                scenario.kind() == PlanKind.CREDENTIAL_UPDATE || scenario.kind() == PlanKind.ADOPTION;
        return bringsCredential ? device.withCredential("any") : device;
    }
}
