package io.fairlead.endtoend.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.fixture.Mint;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan} and {@code apply} as a process of their own, against a server as shipped. */
@ExtendWith(SharedServer.class)
class ApplyIT {

    private static final String DECLARED = """
            hubs:
              apply-it.fairlead.local:
                applyAllocationPolicy: false
                allocationWeight: 5
                region: West-Europe
                connectionString: {file: hub.secret}
            policies:
              apply-it:
                rights: [EnrollmentRead, RegistrationStatusRead]
                primaryKey: {file: policy.key}
            certificates:
              apply-it-maker:
                certificate: {file: maker.der}
                isVerified: true
            enrollmentGroups:
              apply-it-x509:
                attestation: {type: x509, x509: {caReferences: {primary: apply-it-maker}}}
              apply-it-fleet:
                attestation: {type: symmetricKey}
                iotHubs: [apply-it.fairlead.local]
                allocationPolicy: static
            enrollments:
              apply-it-device:
                attestation:
                  type: symmetricKey
                  symmetricKey:
                    primaryKey: {file: policy.key}
                    secondaryKey: {file: policy.key}
                reprovisionPolicy: {updateHubAssignment: true, migrateDeviceData: false}
                initialTwin:
                  tags: {site: north}
                  properties: {desired: {interval: 5, limit: 1.50}}
            """;
    private static final String GONE = """
            hubs: {apply-it.fairlead.local: absent}
            policies: {apply-it: absent}
            certificates: {apply-it-maker: absent}
            enrollmentGroups: {apply-it-fleet: absent, apply-it-x509: absent}
            enrollments: {apply-it-device: absent}
            """;

    private final RunningServer server;

    @TempDir
    Path folder;

    ApplyIT(RunningServer server) {
        this.server = server;
    }

    @Test
    void applyShouldBringTheServiceToWhatIsDeclaredAndThenChangeNothing() throws Exception {
        Files.writeString(folder.resolve("hub.secret"), "HostName=x;SharedAccessKey=Z2VoZWlt");
        Files.writeString(folder.resolve("policy.key"), "a2V5LW9mLTE2LWJ5dGVzIQ==");

        Instant now = Instant.now();
        Files.write(
                folder.resolve("maker.der"),
                Mint.authority("apply-it maker")
                        .valid(now.minusSeconds(3600), now.plusSeconds(3600))
                        .selfSigned()
                        .certificate()
                        .der());

        assertThat(run("plan", DECLARED))
                .contains("+ hub apply-it.fairlead.local", "6 to add")
                .doesNotContain("done:");
        assertThat(run("apply", DECLARED))
                .contains("done: + enrollment apply-it-device")
                .doesNotContain("Z2VoZWlt", "a2V5");
        String etags = etags();

        assertThat(run("plan", DECLARED)).isEqualTo("0 to add, 0 to change, 0 to remove, 6 as declared\n");
        assertThat(run("apply", DECLARED)).isEqualTo("0 to add, 0 to change, 0 to remove, 6 as declared\n");
        assertThat(etags()).isEqualTo(etags);

        String heavier = DECLARED.replace("allocationWeight: 5", "allocationWeight: 6");
        assertThat(run("plan", heavier)).contains("    allocationWeight: 5 -> 6\n", "1 to change");
        assertThat(run("apply", heavier)).contains("done: ~ hub apply-it.fairlead.local");

        assertThat(run("apply", GONE)).contains("6 to remove", "done: - hub apply-it.fairlead.local");
        assertThat(run("plan", GONE)).contains("0 to remove");
    }

    /** The versions of all that was declared: a write would change one. */
    private String etags() {
        OperatorClient owner = OperatorClient.owner(server);
        return String.join(
                "\n",
                owner.get("/operator/v1/hubs/apply-it.fairlead.local").body(),
                owner.get("/operator/v1/policies/apply-it").body(),
                owner.get("/operator/v1/certificates/apply-it-maker").body(),
                owner.get("/enrollmentGroups/apply-it-x509?api-version=2021-10-01")
                        .body(),
                owner.get("/enrollmentGroups/apply-it-fleet?api-version=2021-10-01")
                        .body(),
                owner.get("/enrollments/apply-it-device?api-version=2021-10-01").body());
    }

    private String run(String command, String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("declared.yaml"), yaml);
        return Cli.run(server, command, file.toString());
    }
}
