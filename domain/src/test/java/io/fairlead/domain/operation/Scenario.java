package io.fairlead.domain.operation;

import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.TwinSection;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.operation.MapHubs.Held;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where a saga begins: a plan, and hubs as they are when such a plan is made. Beside the device there are bystanders.
 *
 * @param banned whether an operator has disabled the device
 * @param resetsAtOnce whether hubs reset a twin in one act
 * @param renamed whether a move stays on its hub and only changes the device id
 */
record Scenario(PlanKind kind, boolean banned, boolean resetsAtOnce, boolean renamed) {
    static final HubDeviceKey OLD = SomeHubs.place(SomeHubs.HUB_A, "some-device");
    static final List<HubDeviceKey> BYSTANDERS =
            List.of(SomeHubs.place(SomeHubs.HUB_A, "bystander"), SomeHubs.place(SomeHubs.HUB_B, "bystander"));
    static final DeviceState INITIAL = SomeTwins.someConfiguration().asState(HubDeviceStatus.ENABLED);
    private static final String OLD_CREDENTIAL = "credential of before";

    /** All that differ in something that the plan can notice. */
    static Stream<Scenario> all() {
        return Stream.of(PlanKind.values())
                .flatMap(kind -> Stream.of(false, true)
                        .flatMap(banned -> Stream.of(
                                new Scenario(kind, banned, true, false),
                                new Scenario(kind, banned, false, false),
                                new Scenario(kind, banned, true, true))))
                .filter(it -> it.resetsAtOnce || it.kind == PlanKind.RESET_IN_PLACE)
                .filter(it -> !it.renamed || it.kind.isMove())
                .filter(it -> !it.banned || it.hasSource());
    }

    /** Whether the device stands at its old place when the saga begins, and can be read there. */
    boolean hasSource() {
        return kind == PlanKind.MOVE_KEEPING_DATA
                || kind == PlanKind.MOVE_RESETTING_DATA
                || kind == PlanKind.RESET_IN_PLACE
                || kind == PlanKind.CREDENTIAL_UPDATE;
    }

    HubDeviceStatus former() {
        return banned ? HubDeviceStatus.disabled("banned by the operator") : HubDeviceStatus.ENABLED;
    }

    /** The device as it is before, changed by device and back end since it was first provisioned. */
    DeviceState drifted() {
        return SomeTwins.driftedState().withStatus(former());
    }

    HubDeviceKey target() {
        if (renamed) {
            return SomeHubs.place(SomeHubs.HUB_A, "renamed-device");
        }
        boolean stays = kind == PlanKind.RESET_IN_PLACE || kind == PlanKind.CREDENTIAL_UPDATE;
        return stays ? OLD : SomeHubs.place(SomeHubs.HUB_B, "some-device");
    }

    Saga begin(Consumer<String> points) {
        MapHubs hubs = new MapHubs();
        BYSTANDERS.forEach(place -> hubs.create(place, Optional.empty(), OLD_CREDENTIAL, SomeTwins.fullState()));
        // A device that is not asked about still stands there, unless a recreation says that it is gone.
        boolean stands = hasSource() || kind == PlanKind.MOVE_RESETTING_UNSEEN;
        Optional<Held> old =
                stands ? Optional.of(hubs.create(OLD, Optional.empty(), OLD_CREDENTIAL, drifted())) : Optional.empty();
        if (kind == PlanKind.ADOPTION) {
            hubs.create(target(), Optional.empty(), OLD_CREDENTIAL, drifted());
        }
        Saga saga = new Saga(hubs, plan(old), SomeHubs.someMark(), INITIAL, resetsAtOnce, points);
        saga.snapshot = kind == PlanKind.RECREATE_FROM_SNAPSHOT ? Optional.of(drifted()) : Optional.empty();
        return saga;
    }

    /** The state after the back end changed a desired property. */
    static DeviceState withDesired(DeviceState state, long value) {
        DeviceTwin twin = state.twin();
        TwinSection desired = new TwinSection(
                twin.desired().content().mergedWith(SomeTwins.document("changed", value)),
                twin.desired().version() + 1);
        return new DeviceState(
                state.status(),
                state.capabilities(),
                new DeviceTwin(twin.tags(), desired, twin.reported()),
                state.modules());
    }

    private ReprovisionPlan plan(Optional<Held> old) {
        boolean first = kind == PlanKind.FIRST_ASSIGNMENT || kind == PlanKind.ADOPTION;
        String incarnation = old.map(Held::incarnation).orElse("incarnation-gone");
        return new ReprovisionPlan(
                kind,
                first ? Optional.empty() : Optional.of(new HubAssignment(OLD, incarnation, OLD_CREDENTIAL)),
                target(),
                kind.isMove(),
                "the test wants it");
    }
}
