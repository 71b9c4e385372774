package io.fairlead.adapters.hubsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.hubsim.device.DeviceChange;
import io.fairlead.adapters.hubsim.device.DeviceChange.Kind;
import io.fairlead.adapters.hubsim.schema.HubSimSchema;
import io.fairlead.application.contract.AtOnce;
import io.fairlead.application.contract.HubSamples;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.identity.HubName;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The hubs as everybody else sees them, and what the change log tells. */
abstract class HubSimInspectionContract {
    private static final HubName HUB = new HubName("hub-1.test");
    private static final HubName OTHER = new HubName("hub-2.test");

    private final DataSource database;
    private final HubSim node;
    private final HubSim otherNode;
    private final HubSimInspection inspection;
    private final DeviceState state = HubSamples.state(Set.of());
    private final HubDeviceKey key = HubSamples.key(HUB);
    private final HubDeviceKey elsewhere = new HubDeviceKey(OTHER, key.device());

    /** Over a database with the hubs' schema; other tests may use it too. */
    HubSimInspectionContract(DataSource database) {
        this.database = database;
        this.node = node();
        this.otherNode = node();
        this.inspection = node.inspection();
    }

    @Test
    void nodesShouldSeeTheSameHubs() {
        HubSnapshot created = create(node, key);
        assertThat(otherNode.registry().read(key)).contains(created);
        HubSnapshot banned = otherNode.registry().setStatus(key, HubDeviceStatus.disabled("b"), created.versions());
        assertThat(inspection.look(key)).contains(banned);
        assertThatThrownBy(() -> node.registry().setStatus(key, HubDeviceStatus.disabled("a"), created.versions()))
                .isInstanceOf(HubException.class);
    }

    @Test
    void logShouldTellEveryEffectiveChangeInOrder() {
        HubSnapshot created = create(node, key);
        inspection.deviceReports(key, HubSamples.document("battery", 3));
        inspection.deviceReports(key, HubSamples.document("battery", 3));
        inspection.operatorDisables(key, "stolen");
        inspection.addModule(key, new ModuleState("late", DeviceTwin.EMPTY));
        inspection.operatorEnables(key);
        inspection.remove(key);
        create(node, key);
        List<DeviceChange> changes = inspection.changes(key.device());
        assertThat(changes)
                .extracting(DeviceChange::kind)
                .containsExactly(
                        Kind.CREATED, Kind.TWIN, Kind.STATUS, Kind.MODULE, Kind.STATUS, Kind.DELETED, Kind.CREATED);
        assertThat(changes)
                .extracting(DeviceChange::enabled)
                .containsExactly(true, true, false, false, true, false, true);
        assertThat(changes).extracting(DeviceChange::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(changes.get(0).incarnation())
                .isEqualTo(created.versions().incarnation())
                .isNotEqualTo(changes.get(6).incarnation());
        assertThat(changes).extracting(DeviceChange::changedAt).isSorted();
    }

    @Test
    void logShouldNumberTheChangesOfADeviceOverAllHubs() {
        create(node, key);
        inspection.operatorDisables(key, "moving");
        create(otherNode, elsewhere);
        inspection.remove(key);
        assertThat(inspection.changes(key.device()))
                .extracting(DeviceChange::key)
                .containsExactly(key, key, elsewhere, key);
        assertThat(enabledTwice()).isEmpty();
        assertThat(inspection.everywhere(key.device()))
                .extracting(HubSnapshot::key)
                .containsExactly(elsewhere);
    }

    @Test
    void logShouldTellWhenADeviceWasEnabledTwice() {
        create(node, HubSamples.key(HUB));
        create(node, key);
        create(node, elsewhere);
        assertThat(enabledTwice())
                .containsExactly(inspection.changes(key.device()).get(1));
        assertThat(inspection.everywhere(key.device())).hasSize(2);
    }

    @Test
    void logShouldHaveNoGapsWhenHubsChangeADeviceAtOnce() {
        create(node, key);
        create(node, elsewhere);
        int rounds = 20;
        AtOnce.run(4, worker -> {
            HubSim mine = worker % 2 == 0 ? node : otherNode;
            for (int round = 0; round < rounds; round++) {
                HubDeviceKey place = worker < 2 ? key : elsewhere;
                mine.inspection().deviceReports(place, HubSamples.document("w" + worker, round));
            }
            return true;
        });
        assertThat(inspection.changes(key.device()))
                .extracting(DeviceChange::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2 + 4 * rounds).boxed().toList());
        DeviceTwin twin = inspection.look(key).orElseThrow().state().twin();
        assertThat(twin.reported().version()).isEqualTo(1 + 2 * rounds);
    }

    @Test
    void removedDeviceShouldLeaveNothingButTheLog() {
        create(node, key);
        assertThat(inspection.remove(key)).isTrue();
        assertThat(inspection.remove(key)).isFalse();
        Integer rows = Jdbi.create(database)
                .withHandle(handle -> handle.createQuery("select count(*) from hubsim.device where device_id = ?")
                        .bind(0, key.device().value())
                        .mapTo(Integer.class)
                        .one());
        assertThat(rows).isZero();
        assertThat(inspection.changes(key.device())).hasSize(2);
    }

    @Test
    void usersShouldBeRefusedWhatTheHubCannotKeep() {
        create(node, key);
        assertThatThrownBy(() -> inspection.deviceReports(key, HubSamples.document("a.b", 1)))
                .isInstanceOf(HubException.class);
        assertThatThrownBy(() -> inspection.operatorDisables(key, "a\u0000b"))
                .isInstanceOf(HubException.class)
                .hasMessageContaining("control characters");
        assertThatThrownBy(() -> inspection.deviceReports(elsewhere, HubSamples.document("a", 1)))
                .isInstanceOf(HubException.class);
    }

    @Test
    void schemaShouldBeMigratedOnceWhenAskedTwice() {
        create(node, key);
        HubSimSchema.migrate(database);
        assertThat(inspection.look(key)).isPresent();
    }

    @Test
    void hubShouldBeRefusedWhenItLacksWhatEverySimulatedHubHas() {
        HubProfile profile = new HubProfile(Set.of(HubFeature.DISABLE), TwinLimits.IOT_HUB);
        assertThatThrownBy(() -> new SimulatedHubs(Map.of(HUB, profile)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hub-1.test must have at least");
    }

    private List<DeviceChange> enabledTwice() {
        return inspection.enabledTwice().stream()
                .filter(change -> change.key().device().equals(key.device()))
                .toList();
    }

    private HubSnapshot create(HubSim from, HubDeviceKey place) {
        return from.registry()
                .create(place, state, HubSamples.CREDENTIAL, HubSamples.MARK)
                .device();
    }

    private HubSim node() {
        HubProfile full = SimulatedHubs.profileWithout();
        return HubSim.withoutFaults(
                database, SomeSealing.USUAL, new SimulatedHubs(Map.of(HUB, full, OTHER, full)), new Random());
    }
}
