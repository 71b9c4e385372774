package io.fairlead.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.bootstrap.runtime.StartProblem;
import io.fairlead.bootstrap.settings.Secret;
import io.fairlead.bootstrap.settings.SecretsSettings;
import io.fairlead.bootstrap.settings.SettingsProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsKeysTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final SecretsSettings NOTHING = new SecretsSettings(Optional.empty(), Optional.empty());

    @TempDir
    Path directory;

    private SecretsKeys keys(SecretsSettings said) {
        return new SecretsKeys(said, directory, new Random(5));
    }

    @Test
    void ringShouldBeMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        KeyRing made = keys(NOTHING).ring(Set.of());
        Path file = directory.resolve("secrets.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys(NOTHING).ring(made.ids()).ids()).isEqualTo(made.ids());
        assertThat(new SecretsKeys(NOTHING, directory, new Random(6))
                        .ring(Set.of())
                        .ids())
                .isEqualTo(made.ids());
    }

    @Test
    void ringShouldNotBeMadeForADatabaseThatHasOne() {
        assertThatThrownBy(() -> keys(NOTHING).ring(Set.of("0a1b2c3d")))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("encrypted with key 0a1b2c3d")
                .hasMessageContaining("FAIRLEAD_SECRETS_KEY_FILE");
        assertThat(directory.resolve("secrets.key")).doesNotExist();
    }

    @Test
    void ringShouldBeWhatTheSettingsSay() throws IOException {
        Path file = Files.writeString(directory.resolve("elsewhere"), KEY);
        String id = KeyRing.parse(KEY).active().id();
        assertThat(keys(new SecretsSettings(Optional.of(new Secret(KEY)), Optional.empty()))
                        .ring(Set.of())
                        .ids())
                .containsExactly(id);
        assertThat(keys(new SecretsSettings(Optional.empty(), Optional.of(file)))
                        .ring(Set.of())
                        .ids())
                .containsExactly(id);
        assertThat(directory.resolve("secrets.key")).doesNotExist();
    }

    @Test
    void ringShouldSayWhereSomethingIsThatIsNoKey() throws IOException {
        Path file = Files.writeString(directory.resolve("elsewhere"), "geheim");
        assertThatThrownBy(() -> keys(new SecretsSettings(Optional.empty(), Optional.of(file)))
                        .ring(Set.of()))
                .isInstanceOf(StartProblem.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> keys(new SecretsSettings(Optional.empty(), Optional.of(directory)))
                        .ring(Set.of()))
                .isInstanceOf(StartProblem.class);
    }

    @Test
    void settingsShouldNotSayItTwice() {
        assertThatThrownBy(() -> new SecretsSettings(Optional.of(new Secret(KEY)), Optional.of(directory)))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("FAIRLEAD_SECRETS_KEY and FAIRLEAD_SECRETS_KEY_FILE are both set");
    }
}
