package io.fairlead.domain.device;

import static io.fairlead.domain.fixture.SomeTwins.document;
import static io.fairlead.domain.fixture.SomeTwins.driftedTwin;
import static io.fairlead.domain.fixture.SomeTwins.fullState;
import static io.fairlead.domain.fixture.SomeTwins.someConfiguration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.identity.OperationId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What it means that two states hold the same, and what a state begins with. */
class DeviceStateTest {
    private static final DeviceTwin TWIN = driftedTwin();

    static Stream<DeviceState> others() {
        DeviceState full = fullState();
        DeviceTwin otherTags = new DeviceTwin(document("x", 1), TWIN.desired(), TWIN.reported());
        DeviceTwin otherDesired = new DeviceTwin(TWIN.tags(), TwinSection.initial(document("x", 1)), TWIN.reported());
        DeviceTwin otherReported = new DeviceTwin(TWIN.tags(), TWIN.desired(), TwinSection.initial(document("x", 1)));
        return Stream.of(
                new DeviceState(full.status(), DeviceCapabilities.NONE, TWIN, full.modules()),
                new DeviceState(full.status(), full.capabilities(), otherTags, full.modules()),
                new DeviceState(full.status(), full.capabilities(), otherDesired, full.modules()),
                new DeviceState(full.status(), full.capabilities(), otherReported, full.modules()),
                full.withoutModules(),
                withModules(new ModuleState("camera", otherDesired)),
                withModules(new ModuleState("microphone", TWIN)),
                withModules(new ModuleState("camera", TWIN), new ModuleState("microphone", TWIN)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void contentShouldDiffer(DeviceState other) {
        assertThat(fullState().hasContentOf(other)).isFalse();
        assertThat(other.hasContentOf(fullState())).isFalse();
    }

    @Test
    void contentShouldBeTheSameWhateverStatusVersionsAndOrder() {
        DeviceTwin rewritten = new DeviceTwin(
                TWIN.tags(),
                new TwinSection(TWIN.desired().content(), 99),
                new TwinSection(TWIN.reported().content(), 98));
        DeviceState one = withModules(new ModuleState("camera", TWIN), new ModuleState("microphone", rewritten));
        DeviceState other = withModules(new ModuleState("microphone", TWIN), new ModuleState("camera", rewritten));
        assertThat(one.withStatus(HubDeviceStatus.disabled("held")).hasContentOf(other))
                .isTrue();
    }

    @Test
    void initialStateShouldHoldTheConfigurationWithoutNullsAtVersionOne() {
        InitialConfiguration configuration = new InitialConfiguration(
                new InitialTwin(document("a", 1, "n", null), document("b", 2, "n", null)),
                new DeviceCapabilities(true));
        DeviceState state = configuration.asState(HubDeviceStatus.ENABLED);
        assertThat(state)
                .isEqualTo(new DeviceState(
                        HubDeviceStatus.ENABLED,
                        new DeviceCapabilities(true),
                        new DeviceTwin(document("a", 1), new TwinSection(document("b", 2), 1), TwinSection.EMPTY),
                        List.of()));
        assertThat(someConfiguration()
                        .asState(HubDeviceStatus.ENABLED)
                        .twin()
                        .reported()
                        .content())
                .isEqualTo(TwinDocument.EMPTY);
    }

    @Test
    void markShouldKnowItsOwnHoldAndNoOther() {
        OwnershipMark mark = SomeHubs.someMark();
        OwnershipMark other = new OwnershipMark(mark.instance(), new OperationId("4.other"));
        assertThat(mark.holds(mark.asStatus())).isTrue();
        assertThat(mark.asStatus().enabled()).isFalse();
        assertThat(mark.holds(other.asStatus())).isFalse();
        assertThat(mark.holds(HubDeviceStatus.disabled("banned by the operator")))
                .isFalse();
        assertThat(OwnershipMark.holdsAny(other.asStatus())).isTrue();
        assertThat(OwnershipMark.holdsAny(HubDeviceStatus.ENABLED)).isFalse();
        assertThat(OwnershipMark.holdsAny(HubDeviceStatus.disabled("banned by the operator")))
                .isFalse();
    }

    @Test
    void statusReasonShouldHold128CharactersAndNotOneMore() {
        assertThatCode(() -> HubDeviceStatus.disabled("x".repeat(128))).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> HubDeviceStatus.disabled("x".repeat(129)));
    }

    private static DeviceState withModules(ModuleState... modules) {
        DeviceState full = fullState();
        return new DeviceState(full.status(), full.capabilities(), full.twin(), List.of(modules));
    }
}
