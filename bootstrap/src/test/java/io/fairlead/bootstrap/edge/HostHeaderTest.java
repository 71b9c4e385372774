package io.fairlead.bootstrap.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "dps.example.com:8443", "127.0.0.1:443", "[::1]", "[fe80::1]:8443", "my_dps"})
    void isSoundShouldHoldForNamesAndAddressesWithAndWithoutAPort(String host) {
        assertThat(HostHeader.isSound(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:xyz", "a:", ":8443", "a:123456", "bad host", "[::1", "a@b:c", "a/b"})
    void isSoundShouldFailForWhatIsNoHost(String host) {
        assertThat(HostHeader.isSound(host)).isFalse();
    }

    @Test
    void isSoundShouldHoldWhenThereIsNone() {
        assertThat(HostHeader.isSound(null)).isTrue();
    }
}
