package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TPMs in a declaration. */
class TpmPlanTest {
    private static final String DECLARED = """
            enrollments:
              gateway-6:
                attestation:
                  type: tpm
                  tpm: {endorsementKey: "AToA"}
            """;
    private static final String ENTRY = "/enrollments/gateway-6?api-version=2021-10-01";

    private final KeptRecords service = new KeptRecords();

    @TempDir
    Path folder;

    @Test
    void applyShouldEnrollTheTpmOnce() {
        plan(DECLARED).changes().forEach(change -> change.carryOut(service));

        assertThat(service.records.get(ENTRY).get("attestation"))
                .isEqualTo(Map.of("type", "tpm", "tpm", Map.of("endorsementKey", "AToA")));
        assertThat(plan(DECLARED).changes()).isEmpty();
    }

    @Test
    void planShouldShowTheKeyThatChanges() {
        plan(DECLARED).changes().forEach(change -> change.carryOut(service));

        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        plan(DECLARED.replace("AToA", "AToB")).print(new PrintStream(shown, true, StandardCharsets.UTF_8));

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("attestation.tpm.endorsementKey", "AToA", "AToB");
    }

    @Test
    void planShouldTellWhatIsNoKeyOfATpm() {
        assertThatThrownBy(() -> plan(DECLARED.replace("endorsementKey", "endorsmentKey")))
                .isInstanceOf(CliProblem.class)
                .hasMessageContaining("'endorsmentKey' is none of [endorsementKey, storageRootKey]");
    }

    private Plan plan(String yaml) {
        return Plan.of(Declaration.parse("file.yaml", yaml), service, new Secrets(name -> null, folder), "owner");
    }
}
