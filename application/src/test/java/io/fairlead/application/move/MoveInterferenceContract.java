package io.fairlead.application.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationSubstatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Devices, back ends, operators and strangers go on while a device moves. */
public interface MoveInterferenceContract extends MovePair {

    @Test
    default void lateChangeOfTagsShouldArrive() {
        changeArrives(
                scene -> scene.from()
                        .users()
                        .backEndPatches(scene.at(scene.from()), SomeTwins.document("late", 1), SomeTwins.document()),
                twin -> twin.tags().members().containsKey("late"));
    }

    @Test
    default void lateChangeOfDesiredPropertiesShouldArrive() {
        changeArrives(
                scene -> scene.from()
                        .users()
                        .backEndPatches(scene.at(scene.from()), SomeTwins.document(), SomeTwins.document("late", 1)),
                twin -> twin.desired().content().members().containsKey("late"));
    }

    @Test
    default void lateReportShouldArrive() {
        changeArrives(
                scene -> scene.from().users().deviceReports(scene.at(scene.from()), SomeTwins.document("late", 1)),
                twin -> twin.reported().content().members().containsKey("late"));
    }

    /**
     * Whatever was written to the old hub before its last look is on the new one in the end. What is written between the
     * last look and the removal no hub can guard: its identity and its twin have tags of their own.
     */
    private void changeArrives(Consumer<MoveScene> change, Function<DeviceTwin, Boolean> hasIt) {
        disturbAnywhere(scene -> {
            AtomicBoolean looked = new AtomicBoolean();
            String look = "BEFORE READ on " + scene.from().name();
            boolean there = scene.on(scene.from()).isPresent();
            if (there) {
                change.accept(scene);
                scene.moments().watchedBy(where -> looked.compareAndSet(false, where.equals(look)));
            }
            return () -> {
                DeviceTwin arrived = stateOn(scene, scene.to()).twin();
                assertThat(!looked.get() || hasIt.apply(arrived))
                        .as("the change arrived")
                        .isTrue();
            };
        });
    }

    @Test
    default void banAtTheOldHubShouldArrive() {
        disturbAnywhere(scene -> {
            boolean there = scene.on(scene.from()).isPresent();
            if (there) {
                scene.from().users().operatorDisables(scene.at(scene.from()), "stolen");
            }
            return () -> assertThat(stateOn(scene, scene.to()).status())
                    .isEqualTo(there ? HubDeviceStatus.disabled("stolen") : HubDeviceStatus.ENABLED);
        });
    }

    @Test
    default void banAtTheNewHubShouldStay() {
        disturbAnywhere(scene -> {
            boolean there = scene.on(scene.to()).isPresent();
            if (there) {
                scene.to().users().operatorDisables(scene.at(scene.to()), "stolen");
            }
            return () -> assertThat(stateOn(scene, scene.to()).status())
                    .isEqualTo(there ? HubDeviceStatus.disabled("stolen") : HubDeviceStatus.ENABLED);
        });
    }

    /**
     * Tells a move with an act of somebody else at each of its moments in turn. It must end at the new hub.
     *
     * @param act returns what must hold in the end
     */
    private void disturbAnywhere(Function<MoveScene, Runnable> act) {
        atEachMoment(this::drifted, (scene, moment) -> {
            AtomicReference<Runnable> promise = new AtomicReference<>(() -> {});
            scene.moments().watchedBy(new Invariants(scene, List.of())::check);
            MoveStory.MOVE_KEEPING_DATA.order(scene);
            scene.moments().actAt(moment, () -> promise.set(act.apply(scene)));
            assertThat(scene.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
            assertSettled(scene, scene.to());
            promise.get().run();
            assertThat(scene.duties()).as("conflicts").isEmpty();
        });
    }

    @Test
    default void removalByAThirdPartyShouldLeaveTheDeviceWithWhatIsKnownOfIt() {
        atEachMoment(this::drifted, (scene, moment) -> {
            DeviceState before = stateOn(scene, scene.from());
            AtomicBoolean lost = new AtomicBoolean();
            MoveStory.MOVE_KEEPING_DATA.order(scene);
            scene.moments().actAt(moment, () -> {
                lost.set(scene.snapshot().isEmpty());
                if (scene.on(scene.from()).isPresent()) {
                    scene.from().users().thirdPartyRemoves(scene.at(scene.from()));
                }
            });
            assertAssigned(scene, scene.to(), scene.provisionUntilAssigned());
            assertSettled(scene, scene.to());
            DeviceState after = stateOn(scene, scene.to());
            // What was just being read when it was removed is known too.
            boolean begunAnew = lost.get() && after.hasContentOf(MoveStory.initial());
            assertThat(begunAnew || after.hasContentOf(before)).isTrue();
        });
    }

    @Test
    default void strangerOnTheTargetShouldBeLeftAloneAndTheDeviceToo() {
        atEachMoment(this::drifted, (scene, moment) -> {
            DeviceState before = stateOn(scene, scene.from());
            AtomicReference<HubSnapshot> stranger = new AtomicReference<>();
            MoveStory.MOVE_KEEPING_DATA.order(scene);
            scene.moments().actAt(moment, () -> strangerOn(scene).ifPresent(stranger::set));
            OperationReport report = scene.provision();
            scene.settle();
            if (stranger.get() == null) {
                assertAssigned(scene, scene.to(), report);
            } else {
                assertThat(scene.on(scene.to())).as("the stranger").contains(stranger.get());
                assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.DEVICE_ID_TAKEN);
                assertThat(stateOn(scene, scene.from())).as("I6").isEqualTo(before);
                assertThat(scene.canConnectTo(scene.from())).isTrue();
            }
        });
    }

    /** Somebody else's device at the target, while the place is free and the device has not been there. */
    private Optional<HubSnapshot> strangerOn(MoveScene scene) {
        boolean moved = scene.record().assignment().orElseThrow().key().equals(scene.at(scene.to()));
        if (moved || scene.on(scene.to()).isPresent()) {
            return Optional.empty();
        }
        scene.to().users().thirdPartyCreates(scene.at(scene.to()), MoveStory.initial(), SomeKeys.otherCredential());
        return scene.on(scene.to());
    }

    @Test
    default void firstAssignmentShouldAdoptADeviceThatNobodyClaims() {
        MoveScene scene = new MoveScene(from(), to());
        DeviceState there = MoveStory.initial();
        scene.from().users().thirdPartyCreates(scene.at(scene.from()), there, SomeKeys.otherCredential());
        MoveStory.FIRST_ASSIGNMENT.order(scene);
        OperationReport report = scene.provision();
        assertAssigned(scene, scene.from(), report);
        assertThat(report.registration().substatus())
                .contains(RegistrationSubstatus.REPROVISIONED_TO_INITIAL_ASSIGNMENT);
        assertThat(stateOn(scene, scene.from()).twin().hasContentOf(there.twin()))
                .isTrue();
    }
}
