package io.fairlead.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.bootstrap.settings.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

    @Test
    void freeShouldChooseTwoDifferentPortsWhenNoneAreAskedFor() throws IOException {
        Listeners listeners = Listeners.free(settings(0, 0));

        assertThat(listeners.httpPort()).isPositive().isNotEqualTo(listeners.httpsPort());
        assertThat(listeners.httpsPort()).isPositive();
    }

    @Test
    void freeShouldSayWhichSettingToChangeWhenAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Listeners.free(settings(taken.getLocalPort(), 0)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("FAIRLEAD_HTTP_PORT");
        }
    }

    @Test
    void localHostShouldPutAnIpv6AddressInBrackets() throws IOException {
        assertThat(new Listeners(InetAddress.getByName("::1"), 1, 2).localHost())
                .isEqualTo("[0:0:0:0:0:0:0:1]");
    }

    private static ServerSettings settings(int httpPort, int httpsPort) {
        return new ServerSettings(
                Path.of("data"),
                InetAddress.getLoopbackAddress(),
                httpPort,
                httpsPort,
                List.of("localhost"),
                Duration.ofMinutes(1));
    }
}
