package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final String EVERYTHING = """
            settings:
              allocationPolicy: Static
              quotas: {enrollments: 1000, enrollmentGroups: off, pollsPerDevice: default}
            hubs:
              hub-1.example.com:
                allocationWeight: 3
                region: West-Europe
                coordinates: {latitude: 52.0, longitude: 4}
                connectionString: {env: HUB}
            policies:
              reader:
                rights: [EnrollmentRead, RegistrationStatusRead]
                primaryKey: {file: reader.key}
            enrollmentGroups:
              fleet:
                attestation: {type: symmetricKey}
                iotHubs: [hub-1.example.com]
            enrollments:
              device-1:
                attestation:
                  type: symmetricKey
                  symmetricKey:
                    primaryKey: {env: ONE}
                    secondaryKey: {env: TWO}
                reprovisionPolicy: {updateHubAssignment: true, migrateDeviceData: false}
                initialTwin:
                  tags: {site: north}
                  properties: {desired: {interval: 5}}
            """;

    private final KeptRecords service = new KeptRecords();
    private final Map<String, String> environment = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void secrets() throws Exception {
        service.records.put("/operator/v1/settings", new LinkedHashMap<>(Map.of("allocationPolicy", "hashed")));
        environment.putAll(Map.of("HUB", "HostName=hub;SharedAccessKey=geheim", "ONE", "b25l", "TWO", "dHdv"));
        Files.writeString(folder.resolve("reader.key"), "cmVhZGVy\n");
    }

    @Test
    void applyShouldMakeWhatIsDeclaredAndNothingTheSecondTime() {
        Plan first = plan(EVERYTHING);
        first.changes().forEach(change -> change.carryOut(service));
        assertThat(service.writes)
                .containsExactly(
                        "PUT /operator/v1/settings \"1\"",
                        "PUT /operator/v1/hubs/hub-1.example.com if absent",
                        "PUT /operator/v1/policies/reader if absent",
                        "PUT /enrollmentGroups/fleet?api-version=2021-10-01 if absent",
                        "PUT /enrollments/device-1?api-version=2021-10-01 if absent");
        assertThat(service.records.get("/enrollments/device-1?api-version=2021-10-01"))
                .containsEntry("registrationId", "device-1");

        service.writes.clear();
        Plan second = plan(EVERYTHING);
        assertThat(second.changes()).isEmpty();
        assertThat(second.unchanged()).isEqualTo(5);
        assertThat(service.writes).isEmpty();
    }

    @Test
    void keysShouldBeAskedForOnlyWhereSomeAreDeclared() {
        plan(EVERYTHING).changes().forEach(change -> change.carryOut(service));
        plan(EVERYTHING);
        assertThat(service.asked).containsExactly("/enrollments/device-1/attestationmechanism?api-version=2021-10-01");
    }

    @Test
    void planShouldShowFieldByFieldAndNoSecret() {
        plan(EVERYTHING).changes().forEach(change -> change.carryOut(service));
        environment.put("HUB", "HostName=hub;SharedAccessKey=neues");
        environment.put("TWO", "bmV1");
        String changed = EVERYTHING
                .replace("allocationWeight: 3", "allocationWeight: 4")
                .replace("site: north", "site: south")
                .replace("[EnrollmentRead, RegistrationStatusRead]", "[RegistrationStatusRead, EnrollmentRead]");

        String shown = printed(plan(changed));

        assertThat(shown).isEqualToNormalizingNewlines("""
                        ~ hub hub-1.example.com
                            allocationWeight: 3 -> 4
                            connectionString: *** -> *** (another)
                        ~ enrollment device-1
                            initialTwin.tags.site: "north" -> "south"
                            attestation.symmetricKey.secondaryKey: *** -> *** (another)
                        0 to add, 2 to change, 0 to remove, 3 as declared
                        """);
        assertThat(printed(plan(EVERYTHING)) + plan(changed)).doesNotContain("geheim", "neues", "bmV1", "dHdv");
    }

    @Test
    void changeShouldLeaveAloneWhatIsNotDeclared() {
        service.records.put(
                "/enrollments/d?api-version=2021-10-01",
                new LinkedHashMap<>(Map.of(
                        "registrationId", "d",
                        "deviceId", "kept",
                        "provisioningStatus", "enabled",
                        "initialTwin", Map.of("tags", Map.of("a", 1L, "b", 2L)))));

        plan("enrollments: {d: {provisioningStatus: disabled, initialTwin: {tags: {a: 1}}}}")
                .changes()
                .forEach(change -> change.carryOut(service));

        assertThat(service.records.get("/enrollments/d?api-version=2021-10-01"))
                .containsEntry("deviceId", "kept")
                .containsEntry("provisioningStatus", "disabled")
                .containsEntry("initialTwin", Map.of("tags", Map.of("a", 1L)))
                .doesNotContainKey("etag");
        assertThat(service.writes).containsExactly("PUT /enrollments/d?api-version=2021-10-01 \"1\"");
    }

    /** The service shows the parts of a twin that nobody declared as empty ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{tags: {site: north}}",
                "{properties: {desired: {interval: 5}}}",
                "{tags: {site: north, nothing: {}}, properties: {desired: {}}}",
                "{}"
            })
    void twinDeclaredInPartsShouldBeAsDeclaredTheSecondTime(String twin) {
        String yaml = "enrollments: {d: {attestation: {type: symmetricKey}, initialTwin: " + twin + "}}";
        plan(yaml).changes().forEach(change -> change.carryOut(service));
        assertThat(printed(plan(yaml))).startsWith("0 to add, 0 to change");
        assertThat(printed(plan("enrollments: {d: {initialTwin: {tags: {site: south}}}}")))
                .contains("initialTwin.tags.site: ");
    }

    @Test
    void webhookShouldBeAReferenceAndShownWithoutItsSecret() throws Exception {
        String yaml = """
                enrollments:
                  d:
                    attestation: {type: symmetricKey}
                    allocationPolicy: custom
                    customAllocationDefinition:
                      webhookUrl: {env: WEBHOOK}
                      apiVersion: "2021-10-01"
                """;
        environment.put("WEBHOOK", "https://allocate.example.com/api?code=geheim");
        Plan first = plan(yaml);
        assertThat(printed(first)).contains("webhookUrl: \"https://allocate.example.com/api?***\"");
        first.changes().forEach(change -> change.carryOut(service));
        assertThat(service.records.get("/enrollments/d?api-version=2021-10-01"))
                .containsEntry(
                        "customAllocationDefinition",
                        Map.of("webhookUrl", environment.get("WEBHOOK"), "apiVersion", "2021-10-01"));
        assertThat(plan(yaml).isEmpty()).isTrue();

        environment.put("WEBHOOK", "https://allocate.example.com/api?code=neues");
        String changed = printed(plan(yaml));
        assertThat(changed)
                .contains("-> \"https://allocate.example.com/api?***\" (another)")
                .doesNotContain("apiVersion");
        assertThat(printed(first) + changed).doesNotContain("geheim", "neues");
    }

    /** What makes the connection's own key invalid would leave the rest undone. */
    @Test
    void ownPolicyShouldBeChangedLastAndWithAWarning() {
        service.records.put(
                "/operator/v1/policies/owner",
                new LinkedHashMap<>(Map.of("rights", List.of("ServiceConfig"), "primaryKey", "b2xk")));
        environment.put("NEW", "bmV1");
        Plan plan = plan("""
                policies:
                  owner: {primaryKey: {env: NEW}}
                  reader: {rights: [EnrollmentRead]}
                enrollmentGroups:
                  fleet: {attestation: {type: symmetricKey}}
                """);
        plan.changes().forEach(change -> change.carryOut(service));
        assertThat(service.writes)
                .containsExactly(
                        "PUT /operator/v1/policies/reader if absent",
                        "PUT /enrollmentGroups/fleet?api-version=2021-10-01 if absent",
                        "PUT /operator/v1/policies/owner \"1\"");
        assertThat(printed(plan)).containsOnlyOnce("this connection uses that policy itself");
    }

    @Test
    void absentShouldRemoveWhatOthersNeedLastAndOnlyOnce() {
        plan(EVERYTHING).changes().forEach(change -> change.carryOut(service));
        service.writes.clear();
        String gone = """
                hubs: {hub-1.example.com: absent}
                enrollments: {device-1: absent}
                """;

        plan(gone).changes().forEach(change -> change.carryOut(service));

        assertThat(service.writes)
                .containsExactly(
                        "DELETE /enrollments/device-1?api-version=2021-10-01 \"1\"",
                        "DELETE /operator/v1/hubs/hub-1.example.com \"1\"");
        assertThat(plan(gone).isEmpty()).isTrue();
    }

    @Test
    void missingSecretsShouldBeToldWithTheirLine() {
        environment.remove("HUB");
        assertProblem(EVERYTHING, "line 9: the environment variable HUB is not set");
        assertProblem(
                "policies:\n  a:\n    rights: [EnrollmentRead]\n    primaryKey: c2VjcmV0",
                "line 4: primaryKey is a secret");
        assertProblem(
                "policies:\n  a:\n    rights: [EnrollmentRead]\n    primaryKey: {file: none}",
                "line 4: the file none cannot be read");
    }

    @Test
    void whatCannotBeDeclaredShouldBeToldWithItsLine() {
        assertProblem("enrollments:\n  a:\n    etag: x", "line 3: etag is shown by the service");
        assertProblem(
                "enrollments:\n  a:\n    attestation:\n      type: none",
                "line 4: only attestation of type symmetricKey, x509 or tpm");
    }

    private void assertProblem(String yaml, String message) {
        assertThatThrownBy(() -> plan(yaml))
                .isInstanceOf(CliProblem.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("c2VjcmV0");
    }

    private Plan plan(String yaml) {
        return Plan.of(Declaration.parse("file.yaml", yaml), service, new Secrets(environment::get, folder), "Owner");
    }

    private static String printed(Plan plan) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        plan.print(new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }
}
