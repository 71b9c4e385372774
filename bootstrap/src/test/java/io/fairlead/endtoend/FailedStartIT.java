package io.fairlead.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that cannot succeed ends the process with one line that says what to do. */
class FailedStartIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FAIRLEAD_DATABSE_URL        | x               | FAIRLEAD_DATABSE_URL is not a setting; did you mean FAIRLEAD_DATABASE_URL?
            FAIRLEAD_HTTPS_PORT         | https           | FAIRLEAD_HTTPS_PORT (fairlead.https.port) is "https": it must be a port from 1 to 65535, or 0 for any free port
            FAIRLEAD_DATABASE_URL       | jdbc:oracle:x   | FAIRLEAD_DATABASE_URL (fairlead.database.url) is "jdbc:oracle:x": it must be a JDBC address that begins with jdbc:postgresql: or jdbc:h2:
            FAIRLEAD_SECRETS_KEY        | bm90IDMyIGJ5dGVz | FAIRLEAD_SECRETS_KEY has as key number 1 something that is not 32 bytes in Base64, as openssl rand -base64 32 makes them
            FAIRLEAD_SECRETS_KEY_FILE   | /nowhere/keys   | there is no file /nowhere/keys, which should hold the keys of the database's secrets
            FAIRLEAD_SERVICE_OWNER_KEY  | not-base-64     | FAIRLEAD_SERVICE_OWNER_KEY (fairlead.service.owner-key) is not usable: it must be a key of 16 to 64 bytes in Base64
            """)
    void startShouldEndWithOneLineWhenASettingIsWrong(String name, String value, String line) {
        FailedStart start = FailedStart.of(options().with(name, value));

        assertThat(start.status()).isEqualTo(3);
        assertThat(start.output()).isEqualTo("fairlead: " + line + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAIRLEAD_HTTPS_PORT", "FAIRLEAD_MQTTS_PORT", "FAIRLEAD_AMQPS_PORT"})
    void startShouldEndWithOneLineWhenAPortIsTaken(String setting) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            FailedStart start = FailedStart.of(options().with(setting, Integer.toString(taken.getLocalPort())));

            assertThat(start.status()).isEqualTo(3);
            assertThat(start.output())
                    .isEqualTo(
                            "fairlead: Cannot listen on 127.0.0.1 port %d (Address already in use): stop what listens there, or set %s or FAIRLEAD_BIND.%n"
                                    .formatted(taken.getLocalPort(), setting));
        }
    }

    @Test
    void startShouldEndWithOneLineWhenTheDatabaseCannotBeReached() throws IOException {
        int port = portWithoutListener();
        String url = "jdbc:postgresql://127.0.0.1:%d/fairlead".formatted(port);

        FailedStart start = FailedStart.of(options().onDatabase(url, "fairlead", "hunter2"));

        assertThat(start.status()).isEqualTo(3);
        assertThat(start.output().lines()).hasSize(1);
        assertThat(start.output())
                .startsWith("fairlead: ")
                .contains("127.0.0.1:" + port)
                .doesNotContain("hunter2");
        assertThat(directory.resolve("data/connection.properties")).doesNotExist();
    }

    private static int portWithoutListener() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private ServerOptions options() {
        return ServerOptions.in(directory.resolve("data"));
    }
}
