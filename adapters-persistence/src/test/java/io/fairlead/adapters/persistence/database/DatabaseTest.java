package io.fairlead.adapters.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said when a database cannot be used: one line, what to do, no secret. */
class DatabaseTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://localhost/x?password=hidden, neither jdbc:h2:",
        "jdbc:h2:tcp://localhost/x, opens H2 in its own process",
        "jdbc:h2:nio:/tmp/x, opens H2 in its own process",
        "jdbc:h2:, opens H2 in its own process",
        "jdbc:h2:mem:x;WRITE_DELAY=500, sets WRITE_DELAY",
        "jdbc:h2:mem:x;mode=Oracle, sets MODE"
    })
    void openShouldRefuseUrlThatBreaksPromise(String url, String message) {
        assertRefused(DatabaseSettings.of(url, "sa", "hidden"), message);
    }

    @Test
    void openShouldSayThatTheServerCannotBeReached() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/fairlead?password=hidden";
        assertRefused(
                DatabaseSettings.of(url, "fairlead", "hidden"), "127.0.0.1:" + port + "/fairlead cannot be opened");
    }

    @Test
    void openShouldSayThatThePasswordIsWrong() {
        DatabaseSettings first = DatabaseSettings.embedded(directory);
        Database.open(first).close();
        assertRefused(DatabaseSettings.of(first.url(), first.user(), "hidden"), "refuses the user or the password");
    }

    @Test
    void openShouldSayThatTheFileIsDamaged() throws IOException {
        Files.write(directory.resolve("fairlead.mv.db"), new byte[100_000]);
        assertRefused(DatabaseSettings.embedded(directory), "is damaged: restore");
    }

    @Test
    void openShouldSayThatTheDirectoryCannotBeMade() throws IOException {
        Files.writeString(directory.resolve("file"), "no directory");
        assertRefused(DatabaseSettings.embedded(directory.resolve("file/below")), "cannot be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.2.224 (2023-09-17)", "2.5.25 (2026-01-01)"})
    void checkShouldRefuseAnotherH2(String loaded) {
        assertThatThrownBy(() -> ProductVersion.checkH2(loaded))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(loaded)
                .hasMessageContaining("delegate=false");
    }

    @Test
    void settingsShouldNotPrintThePassword() {
        String printed = DatabaseSettings.of("jdbc:postgresql://db/x?password=hidden", "fairlead", "hidden")
                .toString();
        assertThat(printed).contains("jdbc:postgresql://db/x").doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void settingsShouldRefuseSenselessNumberOfConnections(int connections) {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:h2:mem:x", "sa", "", connections))
                .hasMessageContaining("1 to 1000");
    }

    private static void assertRefused(DatabaseSettings settings, String message) {
        assertThatThrownBy(() -> Database.open(settings).close())
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("hidden")
                .hasMessageNotContaining("\n");
    }
}
