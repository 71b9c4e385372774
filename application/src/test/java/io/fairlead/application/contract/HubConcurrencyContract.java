package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry.CreateOutcome;
import io.fairlead.application.port.HubRegistry.DeleteOutcome;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinSection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Several at once: one wins, nobody sees halves. */
public interface HubConcurrencyContract extends HubContract {
    int CROWD = 6;
    int ROUNDS = 20;

    @Test
    default void createShouldHaveOneWinnerWhenMarksRace() {
        for (int round = 0; round < ROUNDS; round++) {
            HubDeviceKey key = someKey();
            List<CreateOutcome> outcomes = AtOnce.run(
                    CROWD,
                    worker ->
                            hubs().create(key, someState(), HubSamples.CREDENTIAL, HubSamples.mark("racer-" + worker)));
            assertThat(outcomes.stream().filter(CreateOutcome.Created.class::isInstance))
                    .hasSize(1);
            assertThat(outcomes.stream().filter(CreateOutcome.Exists.class::isInstance))
                    .hasSize(CROWD - 1);
            assertThat(read(key).state()).isEqualTo(someState());
        }
    }

    @Test
    default void createShouldMakeOneDeviceWhenRepetitionsRace() {
        if (!can(HubFeature.ATOMIC_CREATE_WITH_TWIN)) {
            return;
        }
        for (int round = 0; round < ROUNDS; round++) {
            HubDeviceKey key = someKey();
            List<CreateOutcome> outcomes = AtOnce.run(
                    CROWD, worker -> hubs().create(key, someState(), HubSamples.CREDENTIAL, HubSamples.MARK));
            assertThat(outcomes.stream().filter(CreateOutcome.Created.class::isInstance))
                    .hasSize(1);
            assertThat(outcomes).extracting(CreateOutcome::device).containsOnly(read(key));
        }
    }

    @Test
    default void conditionalTwinWriteShouldSucceedOncePerTag() {
        if (!can(HubFeature.CONDITIONAL_TWIN)) {
            return;
        }
        HubDeviceKey key = someKey();
        HubVersions versions = created(key).versions();
        long version = read(key).state().twin().desired().version();
        for (int round = 0; round < ROUNDS; round++) {
            HubVersions expected = versions;
            int now = round;
            List<Boolean> won = AtOnce.run(
                    CROWD,
                    worker -> succeeded(() -> hubs().replaceTwin(
                                    key,
                                    TwinDocument.EMPTY,
                                    HubSamples.document("writer", now + "-" + worker),
                                    expected)));
            assertThat(won).containsOnlyOnce(true);
            versions = read(key).versions();
        }
        assertThat(read(key).state().twin().desired().version()).isEqualTo(version + ROUNDS);
    }

    @Test
    default void conditionalIdentityWriteShouldSucceedOncePerTag() {
        HubDeviceKey key = someKey();
        HubVersions versions = created(key).versions();
        for (int round = 0; round < ROUNDS; round++) {
            HubVersions expected = versions;
            int now = round;
            List<Boolean> won = AtOnce.run(
                    CROWD,
                    worker -> succeeded(() ->
                            hubs().updateCredential(key, HubSamples.credential(100 + now * CROWD + worker), expected)));
            assertThat(won).containsOnlyOnce(true);
            versions = read(key).versions();
        }
    }

    @Test
    default void deleteShouldHappenOnceWhenSeveralTry() {
        for (int round = 0; round < ROUNDS; round++) {
            HubDeviceKey key = someKey();
            HubVersions versions = created(key).versions();
            List<DeleteOutcome> outcomes = AtOnce.run(CROWD, worker -> hubs().delete(key, versions));
            assertThat(outcomes).containsOnlyOnce(DeleteOutcome.DELETED);
            assertThat(outcomes).filteredOn(DeleteOutcome.ABSENT::equals).hasSize(CROWD - 1);
        }
    }

    @Test
    default void readShouldNotBeTornWhenTheDeviceComesAndGoes() {
        if (!can(HubFeature.ATOMIC_CREATE_WITH_TWIN) || !can(HubFeature.EDGE)) {
            return;
        }
        HubDeviceKey key = someKey();
        AtomicBoolean over = new AtomicBoolean();
        Map<String, Set<DeviceState>> seen = new ConcurrentHashMap<>();
        AtOnce.run(3, worker -> worker == 0 ? churn(key, over, seen) : watch(key, over, seen));
        Set<DeviceState> whole = Set.of(generation(0), generation(1), generation(2), generation(3));
        assertThat(seen.values()).allSatisfy(states -> {
            assertThat(states).hasSize(1);
            assertThat(whole).containsAll(states);
        });
    }

    /** Lives on until enough lives were seen, and at least a few times. */
    private boolean churn(HubDeviceKey key, AtomicBoolean over, Map<String, Set<DeviceState>> seen) {
        try {
            for (int life = 0; life < CROWD * ROUNDS || seen.size() < ROUNDS; life++) {
                HubSnapshot device = created(key, generation(life));
                Thread.yield();
                assertThat(hubs().delete(key, device.versions())).isEqualTo(DeleteOutcome.DELETED);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
            return true;
        } finally {
            over.set(true);
        }
    }

    private boolean watch(HubDeviceKey key, AtomicBoolean over, Map<String, Set<DeviceState>> seen) {
        while (!over.get()) {
            hubs().read(key)
                    .ifPresent(device -> seen.computeIfAbsent(
                                    device.versions().incarnation(), any -> ConcurrentHashMap.newKeySet())
                            .add(device.state()));
        }
        return true;
    }

    /** A life in which every part says the same number. */
    private DeviceState generation(int life) {
        int number = life % 4;
        TwinDocument says = HubSamples.document("life", number);
        boolean reported = can(HubFeature.TWIN_REPORTED_WRITE);
        return new DeviceState(
                HubDeviceStatus.ENABLED,
                new DeviceCapabilities(number % 2 == 0),
                new DeviceTwin(
                        says, TwinSection.initial(says), reported ? TwinSection.initial(says) : TwinSection.EMPTY),
                List.of());
    }

    private static boolean succeeded(Runnable write) {
        try {
            write.run();
            return true;
        } catch (HubException refusal) {
            assertThat(refusal.kind()).isEqualTo(HubException.Kind.PRECONDITION);
            return false;
        }
    }
}
