package io.fairlead.transport.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConnectionGateTest {
    private final PushedClock clock = new PushedClock();

    @Test
    void enterShouldRefuseWhenTheListenerIsFull() {
        ConnectionGate gate = gate(2, 2, 100);

        assertThat(gate.enter(address("10.0.0.1"))).isEmpty();
        assertThat(gate.enter(address("10.0.0.2"))).isEmpty();
        assertThat(gate.enter(address("10.0.0.3"))).contains(TurnedAway.FULL);
        gate.leave(address("10.0.0.2"));
        assertThat(gate.enter(address("10.0.0.3"))).isEmpty();
        assertThat(gate.open()).isEqualTo(2);
    }

    @Test
    void enterShouldRefuseANeighbourThatHasItsShare() {
        ConnectionGate gate = gate(10, 1, 100);

        assertThat(gate.enter(address("10.0.0.1"))).isEmpty();
        assertThat(gate.enter(address("10.0.0.1"))).contains(TurnedAway.TOO_MANY);
        assertThat(gate.enter(address("10.0.0.2"))).isEmpty();
    }

    @Test
    void enterShouldRefuseANeighbourThatIsTooFastUntilTimeHasPassed() {
        ConnectionGate gate = gate(10, 10, 2);

        for (int i = 0; i < 2; i++) {
            assertThat(gate.enter(address("10.0.0.1"))).isEmpty();
            gate.leave(address("10.0.0.1"));
        }
        assertThat(gate.enter(address("10.0.0.1"))).contains(TurnedAway.TOO_FAST);
        clock.now = clock.now.plus(Duration.ofSeconds(30));
        assertThat(gate.enter(address("10.0.0.1"))).isEmpty();
        assertThat(gate.enter(address("10.0.0.1"))).contains(TurnedAway.TOO_FAST);
    }

    @Test
    void neighboursOfOneIpv6NetworkShouldBeOne() {
        ConnectionGate gate = gate(10, 1, 100);

        assertThat(gate.enter(address("2001:db8:0:1::1"))).isEmpty();
        assertThat(gate.enter(address("2001:db8:0:1:ffff::2"))).contains(TurnedAway.TOO_MANY);
        assertThat(gate.enter(address("2001:db8:0:2::1"))).isEmpty();
    }

    @Test
    void leaveShouldNotCountSomebodyWhoWasNeverIn() {
        ConnectionGate gate = gate(10, 1, 100);

        gate.leave(address("10.0.0.1"));

        assertThat(gate.open()).isZero();
    }

    private ConnectionGate gate(int total, int perNeighbour, int perMinute) {
        return new ConnectionGate(new ConnectionLimits(total, perNeighbour, perMinute), clock);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class PushedClock extends Clock {
        private Instant now = Instant.parse("2026-03-03T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
