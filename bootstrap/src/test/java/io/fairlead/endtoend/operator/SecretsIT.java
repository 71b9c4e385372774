package io.fairlead.endtoend.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.endtoend.FailedStart;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of the keys that encrypt secrets: made with the database, missed, replaced, taken away. */
class SecretsIT {
    private static final String ENTRY = "/enrollments/secrets-it?api-version=2021-10-01";
    private static final String KEY = "c2VjcmV0cy1pdC1wcmltYXJ5LWtleS0wMTIzNDU2Nzg5";
    private static final String BODY =
            "{\"registrationId\":\"secrets-it\",\"attestation\":{\"type\":\"symmetricKey\",\"symmetricKey\":{\"primaryKey\":\"%1$s\",\"secondaryKey\":\"%1$s\"}}}"
                    .formatted(KEY);
    private static final String SUCCESSOR = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path directory;

    @Test
    void keyShouldBeMissedAndReplacedWithoutLosingASecret() throws IOException {
        Path kept = directory.resolve("data/secrets.key");
        try (RunningServer server = RunningServer.start(options())) {
            assertThat(OperatorClient.owner(server).put(ENTRY, BODY).statusCode())
                    .isEqualTo(200);
        }
        assertThat(Files.readString(directory.resolve("data/fairlead.mv.db"), StandardCharsets.ISO_8859_1))
                .contains("secrets-it")
                .doesNotContain(KEY);

        String former = Files.readString(kept);
        Files.delete(kept);
        assertRefused(options(), "and there is no key here: put it back as " + kept);
        assertThat(kept).doesNotExist();
        assertRefused(options().with("FAIRLEAD_SECRETS_KEY", SUCCESSOR), "not among the configured keys");

        Files.writeString(kept, SUCCESSOR + "\n" + former);
        try (RunningServer server = RunningServer.start(options())) {
            assertThat(Cli.run(server, "reencrypt")).contains("All secrets are encrypted with key");
            assertThat(Cli.run(server, "reencrypt")).startsWith("0 of ");
        }

        Files.writeString(kept, SUCCESSOR);
        try (RunningServer server = RunningServer.start(options())) {
            assertThat(OperatorClient.owner(server)
                            .post("/enrollments/secrets-it/attestationmechanism?api-version=2021-10-01")
                            .body())
                    .contains(KEY);
        }
    }

    private static void assertRefused(ServerOptions options, String reason) {
        FailedStart start = FailedStart.of(options);
        assertThat(start.status()).isEqualTo(3);
        assertThat(start.output()).startsWith("fairlead: ").contains(reason).hasLineCount(1);
    }

    private ServerOptions options() {
        return ServerOptions.in(directory.resolve("data"));
    }
}
