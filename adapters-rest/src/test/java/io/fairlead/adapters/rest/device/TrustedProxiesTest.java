package io.fairlead.adapters.rest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {
    @ParameterizedTest(name = "from {0}, forwarded for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7||192.0.2.7",
                "192.0.2.7|198.51.100.1|192.0.2.7",
                "10.0.0.1||10.0.0.1",
                "10.0.0.1|198.51.100.1|198.51.100.1",
                "10.0.0.1|203.0.113.66, 198.51.100.1|198.51.100.1",
                "10.0.0.1|198.51.100.1, 10.0.0.2|198.51.100.1",
                "10.0.0.1|10.0.0.2|"
            })
    void originShouldBelieveNamedProxiesOnly(String connection, String forwarded, String origin) {
        TrustedProxies proxies = new TrustedProxies(Set.of("10.0.0.1", "10.0.0.2"), false);
        assertThat(proxies.origin(connection, forwarded)).isEqualTo(Optional.ofNullable(origin));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 198.51.100.1"})
    void originShouldBeTheConnectionWhenNoProxyIsNamed(String connection, String forwarded) {
        assertThat(new TrustedProxies(Set.of(), true).origin(connection, forwarded))
                .contains(connection);
    }
}
