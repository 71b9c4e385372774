package io.fairlead.application.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.InMemoryHubs;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.HubAssignment;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * What the parts of the move contract share: two hubs, of one registry or of two, and a device that was provisioned on
 * the first and has drifted there.
 */
public interface MovePair {
    /** More moments than any story has. */
    int MANY = 400;

    /** The hub that devices come from, new or shared by all tests. */
    HubSide from();

    /** The hub that devices go to, new or shared by all tests. */
    HubSide to();

    /** A hub to go to with less: a profile that this kind of hub can take on. */
    HubSide to(HubProfile profile);

    /** A device that is on the first hub and has a state of its own there. */
    default MoveScene drifted(HubSide target) {
        MoveScene scene = new MoveScene(from(), target);
        scene.enroll(scene.entry(scene.from()).build());
        assertAssigned(scene, scene.from(), scene.provision());
        scene.from().users().deviceReports(scene.at(scene.from()), SomeTwins.document("firmware", "1.4.2"));
        scene.from()
                .users()
                .backEndPatches(
                        scene.at(scene.from()),
                        SomeTwins.document("site", "plant-2"),
                        SomeTwins.document("interval", 60L));
        return scene;
    }

    default MoveScene drifted() {
        return drifted(to());
    }

    /** As {@link #drifted()}, with a module where both hubs know such. */
    default MoveScene driftedWithModule() {
        MoveScene scene = drifted();
        if (scene.from().profile().can(HubFeature.MODULES)
                && scene.to().profile().can(HubFeature.MODULES)) {
            scene.from().users().addModule(scene.at(scene.from()), new ModuleState("camera", DeviceTwin.EMPTY));
        }
        return scene;
    }

    default DeviceState stateOn(MoveScene scene, HubSide side) {
        return scene.on(side).orElseThrow().state();
    }

    /** Lets the invariants be checked at every moment from now on; the present state must not be lost. */
    default void watch(MoveScene scene, MoveStory story) {
        List<DeviceState> full = scene.on(scene.from())
                .map(HubSnapshot::state)
                .map(before ->
                        story == MoveStory.RESET_IN_PLACE ? List.of(before, MoveStory.initial()) : List.of(before))
                .orElseGet(List::of);
        scene.moments().watchedBy(new Invariants(scene, full)::check);
    }

    /** The device was told that it is on this hub, it is, it can connect (I3), and it is nowhere else. */
    default void assertAssigned(MoveScene scene, HubSide where, OperationReport report) {
        HubSide other = where == scene.from() ? scene.to() : scene.from();
        assertThat(report.status())
                .as(String.valueOf(report.failure().map(Object::toString).orElse("")))
                .isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().assignment().map(HubAssignment::key)).contains(scene.at(where));
        assertThat(scene.canConnectTo(where)).as("I3, it can connect").isTrue();
        assertThat(scene.canConnectTo(other))
                .as("I2, it cannot connect elsewhere")
                .isFalse();
    }

    /** All that was owed is done, and the device is on this hub alone. */
    default void assertSettled(MoveScene scene, HubSide where) {
        HubSide other = where == scene.from() ? scene.to() : scene.from();
        scene.settle();
        assertThat(scene.owed()).isEmpty();
        assertThat(scene.on(other)).isEmpty();
        assertThat(scene.on(where)).isPresent();
    }

    /** A scene in which a story can begin. */
    default MoveScene setFor(MoveStory story) {
        return story.isAboutAKnownDevice() ? driftedWithModule() : new MoveScene(from(), to());
    }

    /**
     * From one disturbed moment to the next: 1 disturbs every one. For hubs that take their time, where hubs in memory
     * go through them all.
     */
    default int stride() {
        return 1;
    }

    /**
     * Sets a scene and tells what happens in it, again and again, until it has no more moments.
     *
     * @param told arms the scene at the moment of this number, and holds it to its end
     */
    default void atEachMoment(Supplier<MoveScene> set, ObjIntConsumer<MoveScene> told) {
        int moment = 1;
        for (boolean struck = true; struck; moment += stride()) {
            assertThat(moment).as("the story has no end").isLessThan(MANY);
            MoveScene scene = set.get();
            try {
                told.accept(scene, moment);
            } catch (AssertionError e) {
                throw new AssertionError("disturbed " + scene.moments().struck(), e);
            }
            struck = scene.moments().hasActed();
        }
        assertThat(moment).as("moments that were struck").isGreaterThan(6);
    }

    /** Tells a story at each of its moments in turn; each time it must end as told. */
    default void tellDisturbed(MoveStory story, ObjIntConsumer<MoveScene> disturbance) {
        atEachMoment(() -> setFor(story), (scene, moment) -> {
            Optional<DeviceState> before = scene.on(scene.from()).map(HubSnapshot::state);
            watch(scene, story);
            story.order(scene);
            disturbance.accept(scene, moment);
            assertAssigned(scene, story.end(scene), scene.provisionUntilAssigned());
            assertSettled(scene, story.end(scene));
            assertOutcome(scene, story, before);
        });
    }

    /** The device holds what the story promises, its audit log tells of it once (I7), and it can connect. */
    default void assertOutcome(MoveScene scene, MoveStory story, Optional<DeviceState> before) {
        DeviceState wanted = before.map(story::outcome).orElseGet(MoveStory::initial);
        DeviceState after = stateOn(scene, story.end(scene));
        assertThat(after.hasContentOf(wanted)).as("the state").isTrue();
        assertThat(after.status()).isEqualTo(wanted.status());
        assertThat(scene.canConnectTo(story.end(scene))).isTrue();
        assertThat(scene.audit().stream()
                        .filter(entry -> entry.decision().equals(story.kind().name())))
                .as("I7")
                .isNotEmpty()
                .extracting(AuditEntry::operation)
                .doesNotHaveDuplicates();
    }

    /** A hub that can do everything but these. */
    default HubProfile without(HubFeature... lacking) {
        return InMemoryHubs.without(lacking);
    }
}
