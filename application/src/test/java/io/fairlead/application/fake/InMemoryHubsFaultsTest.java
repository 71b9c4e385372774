package io.fairlead.application.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry.CreateOutcome;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.OperationId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the contract does not ask of hubs in memory: that they fail as they are told, and tell what changed. */
class InMemoryHubsFaultsTest {
    private static final HubName HUB = new HubName("hub-1.test");
    private static final HubName OTHER = new HubName("hub-2.test");
    private static final HubDeviceKey KEY = new HubDeviceKey(HUB, new DeviceId("device-1"));
    private static final HubDeviceKey ELSEWHERE = new HubDeviceKey(OTHER, KEY.device());
    private static final DeviceCredential CREDENTIAL =
            new KeyCredential(new SymmetricKeys(SymmetricKey.of(new byte[32]), SymmetricKey.of(new byte[64])));
    private static final OwnershipMark MARK = new OwnershipMark(new IdScope("0ne00000001"), new OperationId("4.op-1"));
    private static final TwinDocument COLOUR = new TwinDocument(Map.of("colour", "red"));
    private static final DeviceState ENABLED = new InitialConfiguration(
                    new InitialTwin(COLOUR, COLOUR), DeviceCapabilities.NONE)
            .asState(HubDeviceStatus.ENABLED);

    private final InMemoryHubs hubs = new InMemoryHubs(HUB, OTHER);

    @Test
    void createShouldNotHappenWhenItFailsBefore() {
        hubs.script(when(Method.CREATE, Moment.BEFORE, HubFault.TIMED_OUT));
        assertThatThrownBy(this::create)
                .isInstanceOfSatisfying(
                        HubException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(HubException.Kind.AMBIGUOUS));
        assertThat(hubs.read(KEY)).isEmpty();
    }

    @Test
    void createShouldHappenWhenOnlyTheAnswerIsLost() {
        hubs.script(when(Method.CREATE, Moment.AFTER, HubFault.TIMED_OUT));
        assertThatThrownBy(this::create).isInstanceOf(HubException.class);
        hubs.script(HubFaultScript.NONE);
        assertThat(create()).isInstanceOf(CreateOutcome.AlreadyOurs.class);
    }

    @Test
    void crashShouldPassThroughWhoeverCatchesExceptions() {
        hubs.script(when(Method.CREATE, Moment.BEFORE, HubFault.CRASH));
        assertThatThrownBy(this::create).isInstanceOf(SimulatedCrash.class).isNotInstanceOf(Exception.class);
    }

    @Test
    void throttledShouldSayForHowLong() {
        hubs.script(when(Method.READ, Moment.BEFORE, HubFault.THROTTLED));
        assertThatThrownBy(() -> hubs.read(KEY))
                .isInstanceOfSatisfying(
                        HubException.class,
                        failure -> assertThat(failure.retryAfter()).contains(HubFault.RETRY_AFTER));
    }

    @Test
    void refusalShouldBeAMistakeOfTheScriptWhenTheEffectStands() {
        hubs.script(when(Method.READ, Moment.AFTER, HubFault.REFUSED));
        assertThatThrownBy(() -> hubs.read(KEY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readShouldShowThePastWhenStale() {
        create();
        hubs.users().deviceReports(KEY, COLOUR);
        hubs.script(when(Method.READ, Moment.BEFORE, HubFault.STALE));
        assertThat(hubs.read(KEY).orElseThrow().state().twin().reported().content())
                .isEqualTo(TwinDocument.EMPTY);
    }

    @Test
    void createShouldBeCompletedByItsRepetitionWhenItBrokeOffMidway() {
        hubs.add(HUB, InMemoryHubs.without(HubFeature.ATOMIC_CREATE_WITH_TWIN));
        hubs.script(when(Method.CREATE, Moment.MIDWAY, HubFault.CRASH));
        assertThatThrownBy(this::create).isInstanceOf(SimulatedCrash.class);
        assertThat(hubs.users().canConnect(KEY, CREDENTIAL)).isFalse();

        hubs.script(HubFaultScript.NONE);
        assertThat(create().device().state()).isEqualTo(ENABLED);
        assertThat(create()).isInstanceOf(CreateOutcome.AlreadyOurs.class);
    }

    @Test
    void resetShouldLeaveNothingWhenAHubThatCreatesAnewBreaksOffMidway() {
        hubs.add(HUB, InMemoryHubs.without(HubFeature.ATOMIC_RESET));
        CreateOutcome made = create();
        hubs.script(when(Method.RESET_TWIN, Moment.MIDWAY, HubFault.TIMED_OUT));
        InitialConfiguration empty = new InitialConfiguration(InitialTwin.EMPTY, DeviceCapabilities.NONE);
        assertThatThrownBy(() ->
                        hubs.resetTwin(KEY, empty, CREDENTIAL, made.device().versions()))
                .isInstanceOf(HubException.class);
        assertThat(hubs.read(KEY)).isEmpty();
    }

    @Test
    void logShouldTellEveryEffectiveChangeInOrder() {
        CreateOutcome made = create();
        hubs.setStatus(KEY, HubDeviceStatus.disabled("banned"), made.device().versions());
        hubs.users().deviceReports(KEY, COLOUR);
        hubs.users().deviceReports(KEY, COLOUR);
        hubs.users().thirdPartyRemoves(KEY);
        assertThat(hubs.log().of(KEY))
                .extracting(HubChange::kind)
                .containsExactly(
                        HubChange.Kind.CREATED, HubChange.Kind.STATUS, HubChange.Kind.TWIN, HubChange.Kind.DELETED);
        assertThat(hubs.log().enabledTwice()).isEmpty();
    }

    @Test
    void logShouldNameTheChangeThatEnabledADeviceTwice() {
        create();
        hubs.users().thirdPartyCreates(ELSEWHERE, ENABLED, CREDENTIAL);
        assertThat(hubs.log().enabledTwice()).extracting(HubChange::key).containsExactly(ELSEWHERE);
    }

    @Test
    void callShouldThrowInsideATransaction() {
        InMemoryHubs guarded = new InMemoryHubs(() -> true).add(HUB, InMemoryHubs.FULL);
        assertThatThrownBy(() -> guarded.read(KEY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hubThatIsNotThereShouldBeUnreachable() {
        HubProfile profile = hubs.probe(HUB);
        assertThat(profile.features()).containsExactlyInAnyOrder(HubFeature.values());
        assertThatThrownBy(() -> hubs.probe(new HubName("nowhere.test")))
                .isInstanceOfSatisfying(
                        HubException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(HubException.Kind.TRANSIENT));
    }

    private CreateOutcome create() {
        return hubs.create(KEY, ENABLED, CREDENTIAL, MARK);
    }

    private static HubFaultScript when(Method method, Moment moment, HubFault fault) {
        return (call, now) -> call.method() == method && now == moment ? fault : HubFault.NONE;
    }
}
