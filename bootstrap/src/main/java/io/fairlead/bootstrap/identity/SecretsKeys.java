package io.fairlead.bootstrap.identity;

import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.SealingKey;
import io.fairlead.adapters.sealing.UnusableKeys;
import io.fairlead.bootstrap.runtime.StartProblem;
import io.fairlead.bootstrap.settings.Secret;
import io.fairlead.bootstrap.settings.SecretsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Where the keys come from that encrypt secrets in the database: the settings, else a file of the data directory, which is
 * made with a new database and never again.
 */
public final class SecretsKeys {
    /** The file of the data directory. */
    public static final String FILE = "secrets.key";

    private static final String SAY = "set FAIRLEAD_SECRETS_KEY_FILE or FAIRLEAD_SECRETS_KEY";

    private final SecretsSettings said;
    private final Path kept;
    private final RandomGenerator random;

    /** @param random must be unpredictable: it makes the key */
    public SecretsKeys(SecretsSettings said, Path dataDirectory, RandomGenerator random) {
        this.said = said;
        this.kept = dataDirectory.resolve(FILE);
        this.random = random;
    }

    /**
     * The keys.
     *
     * @param used the ids of the keys that the database is encrypted with; none when it is new
     * @throws StartProblem when there is no key for a database that needs one, or what is there is no key
     */
    public KeyRing ring(Set<String> used) {
        if (said.keys().isPresent()) {
            return parsed("FAIRLEAD_SECRETS_KEY", said.keys().map(Secret::value).orElseThrow());
        }
        if (said.keyFile().isPresent()) {
            return read(said.keyFile().orElseThrow());
        }
        if (!Files.exists(kept)) {
            refuseNewKeyFor(used);
            make();
        }
        return read(kept);
    }

    /** What was encrypted with a key that is lost stays encrypted: a new one would only hide that. */
    private void refuseNewKeyFor(Set<String> used) {
        if (!used.isEmpty()) {
            throw new StartProblem("secrets in the database are encrypted with key " + String.join(", ", used)
                    + ", and there is no key here: put it back as " + kept + ", or " + SAY);
        }
    }

    private void make() {
        byte[] key = new byte[SealingKey.BYTES];
        random.nextBytes(key);
        new PrivateFile(kept)
                .write(
                        "# Encrypts the secrets in the database, which nobody can read without it: keep a copy elsewhere.\n"
                                + Base64.getEncoder().encodeToString(key) + "\n");
    }

    private static KeyRing read(Path file) {
        try {
            return parsed(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new StartProblem(
                    "there is no file " + file + ", which should hold the keys of the database's secrets", e);
        } catch (IOException | UncheckedIOException e) {
            throw new StartProblem(
                    "the keys of the database's secrets cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }

    private static KeyRing parsed(String place, String text) {
        try {
            return KeyRing.parse(text);
        } catch (UnusableKeys e) {
            throw new StartProblem(place + " " + e.getMessage(), e);
        }
    }
}
