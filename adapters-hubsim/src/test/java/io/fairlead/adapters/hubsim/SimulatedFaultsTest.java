package io.fairlead.adapters.hubsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.hubsim.fault.FaultGate;
import io.fairlead.adapters.hubsim.fault.FaultScript;
import io.fairlead.application.contract.HubSamples;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubException.Kind;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.HubRegistry.CreateOutcome;
import io.fairlead.application.port.HubRegistry.DeleteOutcome;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.identity.HubName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fault script does to calls, seen from both sides. */
class SimulatedFaultsTest {
    private static final HubName HUB = new HubName("hub-1.test");
    private static final DataSource DATABASE = H2Database.shared();

    private final List<Duration> pauses = new ArrayList<>();
    private FaultScript script = FaultScript.NONE;
    private final HubSim sim = new HubSim(
            DATABASE,
            SomeSealing.USUAL,
            new SimulatedHubs(Map.of(HUB, SimulatedHubs.profileWithout())),
            new FaultGate(() -> script, new Random(1), pauses::add),
            new Random());
    private final HubRegistry hubs = sim.registry();
    private final HubDeviceKey key = HubSamples.key(HUB);
    private final DeviceState state = HubSamples.state(Set.of());

    @ParameterizedTest
    @CsvSource({
        "down, TRANSIENT",
        "throttled 7s, THROTTLED",
        "timed-out, AMBIGUOUS",
        "refused, INVALID",
        "unauthorized, UNAUTHORIZED",
        "full, CAPACITY"
    })
    void createShouldNotHappenWhenAFaultPreventsIt(String fault, Kind kind) {
        script("* create " + fault);
        assertFails(kind, this::create);
        assertThat(sim.inspection().look(key)).isEmpty();
    }

    @Test
    void createShouldHaveHappenedWhenTheAnswerIsLost() {
        script("* create applied-but-timed-out count=1");
        assertFails(Kind.AMBIGUOUS, this::create);
        assertThat(sim.inspection().look(key)).isPresent();
        assertThat(create()).isInstanceOf(CreateOutcome.AlreadyOurs.class);
    }

    @Test
    void throttledShouldSayForHowLong() {
        script("* probe throttled 7s");
        assertThatThrownBy(() -> hubs.probe(HUB)).isInstanceOfSatisfying(HubException.class, failure -> {
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(failure).hasMessageContaining("fault script: throttled, probe on hub-1.test");
        });
    }

    @Test
    void slowShouldLetTheCallerWaitAndThenHappen() {
        script("* create slow 40ms", "* create slow 2s");
        assertThat(create()).isInstanceOf(CreateOutcome.Created.class);
        assertThat(pauses).containsExactly(Duration.ofMillis(40), Duration.ofSeconds(2));
    }

    @Test
    void otherUsersShouldNotBeStruck() {
        create();
        script("* * down");
        sim.inspection().deviceReports(key, HubSamples.document("battery", 3));
        assertThat(sim.inspection()
                        .look(key)
                        .orElseThrow()
                        .state()
                        .twin()
                        .reported()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void staleReadShouldShowTheDeviceBeforeOurWrite() {
        script("* read stale count=1");
        HubSnapshot created = create().device();
        HubSnapshot banned = ban(created.versions());
        assertThat(hubs.read(key)).contains(created);
        assertThat(hubs.read(key)).contains(banned);
    }

    @Test
    void staleReadShouldNotSeeWhatOthersDidSince() {
        HubSnapshot created = create().device();
        script("* read stale count=1", "* list stale");
        assertFails(Kind.PRECONDITION, () -> ban(new HubVersions("other", "1", "1")));
        script("* list stale");
        hubs.read(key);
        sim.inspection().deviceReports(key, HubSamples.document("battery", 3));
        script("* read stale count=1");
        assertThat(hubs.read(key)).contains(created);
        assertThat(hubs.read(key)).isEqualTo(sim.inspection().look(key));
    }

    @Test
    void staleReadShouldShowADeviceThatIsGone() {
        script("* read stale");
        HubSnapshot created = create().device();
        assertThat(hubs.delete(key, created.versions())).isEqualTo(DeleteOutcome.DELETED);
        assertThat(hubs.read(key)).contains(created);
    }

    @Test
    void staleReadShouldNotInventAnAbsenceWhenADeleteWasRefused() {
        script("* read stale");
        HubVersions old = create().device().versions();
        HubSnapshot banned = ban(old);
        assertThat(hubs.delete(key, old)).isEqualTo(DeleteOutcome.CHANGED);
        sim.inspection().deviceReports(key, HubSamples.document("battery", 3));
        assertThat(hubs.read(key)).contains(banned);
    }

    @Test
    void staleReadShouldBeFreshWhenNothingIsRemembered() {
        HubSnapshot created = create().device();
        script("* read stale");
        assertThat(hubs.read(key)).contains(created);
    }

    private CreateOutcome create() {
        return hubs.create(key, state, HubSamples.CREDENTIAL, HubSamples.MARK);
    }

    private HubSnapshot ban(HubVersions expected) {
        return hubs.setStatus(key, new HubDeviceStatus(false, Optional.of("stolen")), expected);
    }

    private void script(String... lines) {
        script = FaultScript.parse(List.of(lines));
    }

    private static void assertFails(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HubException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
