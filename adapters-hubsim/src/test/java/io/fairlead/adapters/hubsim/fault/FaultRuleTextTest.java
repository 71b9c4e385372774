package io.fairlead.adapters.hubsim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultRuleTextTest {

    @Test
    void ruleShouldSayAllWhenAllIsGiven() {
        FaultRule rule = FaultRuleText.parse(
                "  Hub-2.fairlead.local set-status slow 200ms count=3 probability=0.5 device=Dev-7 ");
        assertThat(rule)
                .isEqualTo(new FaultRule(
                        Optional.of(new HubName("hub-2.fairlead.local")),
                        Optional.of(HubCall.SET_STATUS),
                        Optional.of(new DeviceId("Dev-7")),
                        FaultKind.SLOW,
                        Optional.of(Duration.ofMillis(200)),
                        Optional.of(3L),
                        0.5));
    }

    @Test
    void ruleShouldMeanEverythingWhenOnlyTheFaultIsGiven() {
        assertThat(FaultRuleText.parse("* * down"))
                .isEqualTo(new FaultRule(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        FaultKind.DOWN,
                        Optional.empty(),
                        Optional.empty(),
                        1));
    }

    @ParameterizedTest
    @EnumSource
    void everyCallShouldHaveAWord(HubCall call) {
        assertThat(FaultRuleText.parse("* " + call.word() + " down").call()).contains(call);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultShouldHaveAWord(FaultKind kind) {
        String time = kind.takesTime() ? " 5s" : "";
        FaultRule rule = FaultRuleText.parse("* * " + kind.word() + time);
        assertThat(rule.kind()).isEqualTo(kind);
        assertThat(rule.time()).isEqualTo(kind.takesTime() ? Optional.of(Duration.ofSeconds(5)) : Optional.empty());
    }

    @Test
    void wordsShouldBeThoseThatTheReadmeShows() {
        assertThat(Arrays.stream(FaultKind.values()).map(FaultKind::word))
                .containsExactly(
                        "down",
                        "throttled",
                        "slow",
                        "applied-but-timed-out",
                        "timed-out",
                        "stale",
                        "refused",
                        "unauthorized",
                        "full");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    hub-1 create                          | a rule is <hub> <call> <fault>
                    hub-1 create explode                  | unknown fault 'explode', write one of down,
                    hub-1 make down                       | unknown call 'make', write one of probe,
                    -hub create down                      | hub host name '-hub' is not valid
                    * create slow                         | 'slow' needs a time, such as 200ms
                    * create slow soon                    | 'soon' is no time: write 200ms or 5s
                    * create slow 1m                      | '1m' is no time
                    * create slow 99999999ms              | is no time
                    * create slow 1s 2s                   | 'slow' takes one time
                    * create down 5s                      | 'down' takes no time
                    * create down count=0                 | count must be a whole number from 1, not '0'
                    * create down count=x                 | count must be
                    * create down count=1 count=2         | 'count' is given twice
                    * create down probability=0           | probability must be above 0 and at most 1, not '0'
                    * create down probability=0.0         | probability must be
                    * create down probability=1.5         | probability must be
                    * create down probability=NaN         | probability must be
                    * create down odds=1                  | unknown option 'odds': a rule is
                    * create down device=a/b              | deviceId 'a/b' is not valid
                    """)
    void badLineShouldBeRefusedWithWhatToWrite(String line, String message) {
        assertThatThrownBy(() -> FaultRuleText.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
