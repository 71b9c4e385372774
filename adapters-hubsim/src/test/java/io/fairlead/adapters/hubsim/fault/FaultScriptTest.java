package io.fairlead.adapters.hubsim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
    private static final HubName HUB = new HubName("hub-1.test");
    private static final HubName OTHER = new HubName("hub-2.test");
    private static final Optional<DeviceId> DEVICE = Optional.of(new DeviceId("dev-7"));

    private final Random random = new Random(20261122);

    @Test
    void strikeShouldPassOverCommentsAndEmptyLines() {
        FaultScript script = script("# hub-1.test * down", "", "   ", "\t# and so on");
        assertThat(script.size()).isZero();
        assertThat(strike(script, HubCall.CREATE)).isEmpty();
    }

    @Test
    void strikeShouldConcernOnlyWhatTheRuleNames() {
        FaultScript script = script("hub-1.test create down device=dev-7");
        assertThat(strike(script, HubCall.CREATE)).containsExactly(FaultKind.DOWN);
        assertThat(strike(script, HubCall.READ)).isEmpty();
        assertThat(script.strike(OTHER, HubCall.CREATE, DEVICE, random)).isEmpty();
        assertThat(script.strike(HUB, HubCall.CREATE, Optional.of(new DeviceId("DEV-7")), random))
                .isEmpty();
        assertThat(script.strike(HUB, HubCall.CREATE, Optional.empty(), random)).isEmpty();
    }

    @Test
    void strikeShouldSlowDownAndThenFailByTheFirstRuleThatDoes() {
        FaultScript script = script("* * slow 1s", "* read down", "* * slow 2s", "* * throttled 3s", "* * refused");
        assertThat(strike(script, HubCall.READ)).containsExactly(FaultKind.SLOW, FaultKind.DOWN);
        assertThat(strike(script, HubCall.CREATE)).containsExactly(FaultKind.SLOW, FaultKind.SLOW, FaultKind.THROTTLED);
    }

    @Test
    void strikeShouldStopWhenTheCountIsSpent() {
        FaultScript script = script("* create down count=2", "* create refused");
        assertThat(strike(script, HubCall.READ)).isEmpty();
        assertThat(strike(script, HubCall.CREATE)).containsExactly(FaultKind.DOWN);
        assertThat(strike(script, HubCall.CREATE)).containsExactly(FaultKind.DOWN);
        assertThat(strike(script, HubCall.CREATE)).containsExactly(FaultKind.REFUSED);
    }

    @Test
    void strikeShouldHappenAsOftenAsProbable() {
        FaultScript script = script("* * down probability=0.25");
        long struck = IntStream.range(0, 10_000)
                .filter(call -> !strike(script, HubCall.READ).isEmpty())
                .count();
        assertThat(struck).isBetween(2_300L, 2_700L);
    }

    @Test
    void parseShouldNameTheLineThatIsNoRule() {
        assertThatThrownBy(() -> script("# fine", "* * down", "* * dwon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 3: unknown fault 'dwon'");
    }

    private List<FaultKind> strike(FaultScript script, HubCall call) {
        return script.strike(HUB, call, DEVICE, random).stream()
                .map(FaultRule::kind)
                .toList();
    }

    private static FaultScript script(String... lines) {
        return FaultScript.parse(List.of(lines));
    }
}
