package io.fairlead.bootstrap.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.device.TrustedProxies;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereFromTest {
    private static final WhereFrom BEHIND_A_PROXY = new WhereFrom(new TrustedProxies(Set.of("10.0.0.1"), false));

    @ParameterizedTest(name = "{0} with {1} comes from {2}")
    @CsvSource({
        "192.0.2.7,,192.0.2.7",
        "192.0.2.7,198.51.100.1,192.0.2.7",
        "10.0.0.1,198.51.100.1,198.51.100.1",
        "10.0.0.1,'203.0.113.9, 198.51.100.1',198.51.100.1",
        "10.0.0.1,2001:db8::1,2001:db8:0:0:0:0:0:1",
        "10.0.0.1,,10.0.0.1",
        "10.0.0.1,unknown,10.0.0.1",
        "10.0.0.1,host.example,10.0.0.1",
        "10.0.0.1,300.1.1.1,10.0.0.1",
        "10.0.0.1,:::::,10.0.0.1",
    })
    void addressShouldBeTheOneThatCanBeBelieved(String connection, String forwarded, String expected)
            throws UnknownHostException {
        assertThat(BEHIND_A_PROXY.of(connection, forwarded).getHostAddress()).isEqualTo(expected);
    }
}
