package io.fairlead.application.simulation;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinSection;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everybody in a world beside the service: the device, its back end, operators, strangers, and time. */
final class Crowd {
    private static final List<String> OTHER_IDS = List.of("pump-1", "pump-2");

    private final World world;
    private final Chance chance;

    Crowd(World world) {
        this.world = world;
        this.chance = new Chance(world.chance().split().nextLong());
    }

    /** One event between the acts of the service. */
    void event() {
        int die = chance.below(100);
        if (die < 34) {
            register();
        } else if (die < 54) {
            work();
        } else if (die < 60) {
            world.device().poll(world.anyNode());
        } else if (die < 66) {
            pass(chance.of(1, 5, 31, 31, 130, 700, 4000));
        } else if (die < 69) {
            outage();
        } else {
            smallEvent();
        }
    }

    /** One event that may fall into a hub call. */
    void smallEvent() {
        int die = chance.below(100);
        if (die < 45) {
            hubEvent();
        } else if (die < 70) {
            editEntry();
        } else if (die < 75) {
            link();
        } else if (die < 78) {
            removeRecord();
        } else if (die < 85) {
            world.device().register(world.anyNode(), ReprovisioningSupport.NATIVE);
        } else if (die < 90) {
            world.device().poll(world.anyNode());
        } else if (die < 95) {
            pass(chance.of(1, 5, 31));
        } else {
            outage();
        }
    }

    /** What others do while a worker stands still: its lease ends, and somebody takes over. */
    void meanwhile() {
        int events = chance.below(3);
        for (int i = 0; i < events; i++) {
            if (chance.percent(70)) {
                world.anyNode().workDue(chance.between(1, 3));
            } else {
                smallEvent();
            }
        }
        world.anyNode().workDue(3);
    }

    void register() {
        SimNode node = world.anyNode();
        world.device().register(node, chance.oneIn(12) ? ReprovisioningSupport.LEGACY : ReprovisioningSupport.NATIVE);
        if (chance.percent(85)) {
            node.workAccepted();
            if (chance.percent(80)) {
                world.device().poll(world.anyNode());
            }
        }
    }

    private void work() {
        SimNode node = world.anyNode();
        node.workAccepted();
        node.workDue(chance.between(1, 4));
    }

    void pass(int seconds) {
        Duration time = world.allowed(Duration.ofSeconds(seconds));
        world.trace().add(() -> time.toSeconds() + " s pass");
        world.clock().advance(time);
    }

    private void outage() {
        HubName hub = chance.of(world.park().names());
        if (world.park().isSilent(hub)) {
            world.park().speak(hub);
        } else if (chance.oneIn(2)) {
            world.park().silence(hub);
        }
        world.trace().add(() -> hub + " silent: " + world.park().isSilent(hub));
    }

    private void link() {
        if (chance.percent(40)) {
            HubName hub = chance.of(world.park().names());
            world.park().unlink(hub);
            world.trace().add(() -> "unlinked " + hub);
        } else {
            world.park().linkAll();
        }
    }

    /** As the service lets operators do it: not while an operation is under way. */
    void removeRecord() {
        boolean removed = world.quietly(() -> world.database()
                .write(stores -> stores.registrations()
                        .find(world.device().id())
                        .filter(record -> record.runningOperation().isEmpty())
                        .map(record -> stores.registrations().remove(record.id(), record.etag()))
                        .orElse(false)));
        if (removed) {
            world.trace().add(() -> "the record is removed");
            world.judge().recordRemoved();
        }
    }

    // Operators at the service.

    void editEntry() {
        Entry entry = world.entry();
        int die = chance.below(100);
        if (die < 40) {
            entry.list(someHubs());
        } else if (die < 65) {
            entry.policy(somePolicy());
        } else if (die < 72 && entry.isIndividual()) {
            entry.deviceId(chance.oneIn(3) ? Optional.empty() : Optional.of(chance.of(OTHER_IDS)));
        } else if (die < 82) {
            entry.rollKeys();
        } else if (die < 88) {
            entry.begin();
        } else if (die < 92) {
            entry.enable(chance.oneIn(2));
        } else if (die < 95) {
            entry.remove(chance.oneIn(2));
        } else {
            entry.enable(true);
            entry.remove(false);
        }
        entry.save();
        if (chance.percent(85)) {
            world.device().hold(entry.deviceKeys(world.device().id().value()));
        }
    }

    List<HubName> someHubs() {
        if (chance.oneIn(4)) {
            return List.of();
        }
        List<HubName> some = new ArrayList<>();
        some.add(chance.of(world.park().names()));
        if (chance.oneIn(4)) {
            some.add(chance.of(world.park().names()));
        }
        return some.stream().distinct().toList();
    }

    private Optional<ReprovisionPolicy> somePolicy() {
        return chance.of(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ReprovisionPolicy(true, true)),
                Optional.of(new ReprovisionPolicy(true, false)),
                Optional.of(new ReprovisionPolicy(true, false)),
                Optional.of(new ReprovisionPolicy(false, true)));
    }

    // Users of the hubs.

    void hubEvent() {
        int die = chance.below(100);
        if (die < 35) {
            backEndWrites();
        } else if (die < 55) {
            deviceReports();
        } else if (die < 68) {
            somewhere().ifPresent(this::ban);
        } else if (die < 78) {
            somewhere().ifPresent(this::unban);
        } else if (die < 83) {
            somewhere().ifPresent(this::addModule);
        } else if (die < 90) {
            anywhere().ifPresent(this::thirdPartyRemoves);
        } else if (die < 95) {
            strangerComes(chance.of(world.park().names()));
        } else {
            backEndWrites();
        }
    }

    /** The back end knows the place on record, and for a while the one before. */
    private void backEndWrites() {
        somewhere().filter(place -> !world.isInWindow(place)).ifPresent(place -> {
            List<Integer> now = world.judge().numbersAt(place);
            boolean writesTags = chance.oneIn(2);
            int next = world.lineage().after(writesTags ? now.get(0) : now.get(1));
            world.trace().add(() -> "back end writes " + (writesTags ? "tags " : "desired ") + next + " to " + place);
            TwinDocument written = Lineage.document(next);
            world.asUser(() -> world.hubs()
                    .users()
                    .backEndPatches(
                            place,
                            writesTags ? written : TwinDocument.EMPTY,
                            writesTags ? TwinDocument.EMPTY : written));
        });
    }

    private void deviceReports() {
        world.device()
                .told()
                .map(HubAssignment::key)
                .filter(place -> !world.isInWindow(place))
                .filter(place ->
                        world.hubs().users().canConnect(place, world.device().credential()))
                .ifPresent(place -> {
                    int next =
                            world.lineage().after(world.judge().numbersAt(place).get(2));
                    world.trace().add(() -> "device reports " + next + " to " + place);
                    world.asUser(() -> world.hubs().users().deviceReports(place, Lineage.document(next)));
                });
    }

    private void ban(HubDeviceKey place) {
        String reason = "ban " + chance.below(1000);
        world.trace().add(() -> "operator bans " + place + " " + reason);
        world.asUser(() -> world.hubs().users().operatorDisables(place, reason));
    }

    private void unban(HubDeviceKey place) {
        world.trace().add(() -> "operator enables " + place);
        world.asUser(() -> world.hubs().users().operatorEnables(place));
    }

    private void addModule(HubDeviceKey place) {
        if (world.park().can(place.hub(), HubFeature.MODULES)
                && !world.isInWindow(place)
                && chance.oneIn(2)
                && world.judge().modulesAt(place) == 0) {
            world.trace().add(() -> "module at " + place);
            world.asUser(() -> world.hubs().users().addModule(place, new ModuleState("camera", DeviceTwin.EMPTY)));
        }
    }

    /**
     * Not while a worker stands still: nobody could tell the device that its create call makes when it goes on from one
     * that is wanted.
     */
    private void thirdPartyRemoves(HubDeviceKey place) {
        if (world.isSomebodyLate()) {
            return;
        }
        world.trace().add(() -> "third party removes " + place);
        world.asUser(() -> world.hubs().users().thirdPartyRemoves(place));
    }

    /** Somebody who has nothing to do with the service creates a device of this name. */
    void strangerComes(HubName hub) {
        HubDeviceKey place = new HubDeviceKey(
                hub, chance.oneIn(4) ? new DeviceId("pump-1") : world.entry().deviceId());
        if (world.judge().isFree(place)) {
            DeviceTwin twin = new DeviceTwin(
                    Lineage.document(world.lineage().after(0)),
                    TwinSection.initial(Lineage.document(world.lineage().after(0))),
                    TwinSection.EMPTY);
            DeviceState state = new DeviceState(HubDeviceStatus.ENABLED, DeviceCapabilities.NONE, twin, List.of());
            world.trace().add(() -> "a stranger at " + place);
            world.asUser(() -> world.hubs().users().thirdPartyCreates(place, state, SomeKeys.otherCredential()));
        }
    }

    private Optional<HubDeviceKey> somewhere() {
        Optional<HubDeviceKey> recorded = world.judge().recorded();
        List<HubDeviceKey> former = world.judge().former();
        return former.isEmpty() || (recorded.isPresent() && chance.percent(65))
                ? recorded
                : Optional.of(chance.of(former));
    }

    private Optional<HubDeviceKey> anywhere() {
        List<HubDeviceKey> all = world.judge().ours();
        return all.isEmpty() ? Optional.empty() : Optional.of(chance.of(all));
    }

    /** Between the last look at a place that the device has left and its removal there: no hub can guard that. */
    boolean isInWindow(HubCall call, Moment moment) {
        boolean closing =
                (moment == Moment.AFTER && (call.method() == Method.READ || call.method() == Method.REPLACE_TWIN))
                        || (call.method() == Method.DELETE && moment == Moment.BEFORE);
        return closing && call.device().filter(world.judge()::isLeft).isPresent();
    }
}
