package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates in a declaration: the figures are those that openssl prints. */
class CertificatePlanTest {
    private static final String ONE = """
            MIIBsjCCAVegAwIBAgIUfpxxY1oGib2be/1/wCeTcdZLnw8wCgYIKoZIzj0EAwIw
            LTETMBEGA1UECgwKU29tZSBNYWtlcjEWMBQGA1UEAwwNU29tZSBNYWtlciBDQTAg
            Fw0yNjExMjMwMDU5MDJaGA8yMTI2MTAzMDAwNTkwMlowLTETMBEGA1UECgwKU29t
            ZSBNYWtlcjEWMBQGA1UEAwwNU29tZSBNYWtlciBDQTBZMBMGByqGSM49AgEGCCqG
            SM49AwEHA0IABCeBrB4X7w6oKpglj7SXjSHyKsmISl2cIlNmxl5OzPLiPh1lDK3t
            F2pUxxw/tJycQ8Y5MEgGR6Z/IDCYB8cwtAKjUzBRMB0GA1UdDgQWBBTBEBdMOBla
            5Db7DH1qfGstgKNztDAfBgNVHSMEGDAWgBTBEBdMOBla5Db7DH1qfGstgKNztDAP
            BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDe2zWcZ4DvxZKy4Qah
            A0xqCeHopgB2NCC3BmWBboleWwIhAOe/Pr1SgMPr3depU5Vmb1NSufbR5LgYOgj7
            MYth7RtW
            """;
    private static final String TWO = """
            MIIBhDCCASugAwIBAgIUH9M9TEct7wM5NVmpUViN9E34cg0wCgYIKoZIzj0EAwIw
            FzEVMBMGA1UEAwwMb3RoZXItZGV2aWNlMCAXDTI2MTEyMzAwNTkwMloYDzIxMjYx
            MDMwMDA1OTAyWjAXMRUwEwYDVQQDDAxvdGhlci1kZXZpY2UwWTATBgcqhkjOPQIB
            BggqhkjOPQMBBwNCAAQg4In20ZVCJ1ya5QxncokCD4Og9H7rB64TZ8Vf2i1Kbp/+
            is2dhOBYFPKzBD+XhVR3a9nq6owlY27EDTqsC/gOo1MwUTAdBgNVHQ4EFgQUjoqy
            TXxlVtsqtO6aNDxV664ka4owHwYDVR0jBBgwFoAUjoqyTXxlVtsqtO6aNDxV664k
            a4owDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiArFTVB8dmZT2b8
            H/gN7tORw8XBBqzitjkasAyfa/v1zAIgMw4Uij7G7NG6VqfCl1HVfHSP9s6l3V/H
            ckx6PNMoxz4=
            """;
    private static final String ONE_THUMBPRINT = "C627EC0C8595138B6CF80DC14636A75F97E41F99F4E8A5E35626DDCC6873BB16";
    private static final String TWO_THUMBPRINT = "E4FB3820E5087A663C76A12ED797821034D8470190BF1A5FA38E0AEE9282ADB4";

    private static final String DECLARED = """
            certificates:
              maker-1:
                certificate: {file: one.pem}
                isVerified: true
            enrollmentGroups:
              by-name:
                attestation: {type: x509, x509: {caReferences: {primary: maker-1}}}
              by-certificate:
                attestation:
                  type: x509
                  x509:
                    signingCertificates:
                      primary: {file: two.der}
            """;
    private static final String AUTHORITY = "/operator/v1/certificates/maker-1";
    private static final String GROUP = "/enrollmentGroups/by-certificate?api-version=2021-10-01";

    private final KeptRecords service = new KeptRecords();

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.writeString(
                folder.resolve("one.pem"), "-----BEGIN CERTIFICATE-----\n" + ONE + "-----END CERTIFICATE-----\n");
        Files.write(folder.resolve("two.der"), Base64.getMimeDecoder().decode(TWO));
    }

    @Test
    void applyShouldUploadWhatGroupsNameFirstAndChangeNothingTheSecondTime() {
        assertThat(printed(plan(DECLARED)))
                .contains("certificate: \"" + ONE_THUMBPRINT, "primary: \"maker-1", "primary: \"" + TWO_THUMBPRINT);
        plan(DECLARED).changes().forEach(change -> change.carryOut(service));

        assertThat(service.writes)
                .containsExactly(
                        "PUT " + AUTHORITY + " if absent",
                        "PUT /enrollmentGroups/by-name?api-version=2021-10-01 if absent",
                        "PUT " + GROUP + " if absent");
        assertThat(service.records.get(AUTHORITY))
                .containsEntry("certificate", ONE.replaceAll("\\s", ""))
                .containsEntry("isVerified", true);
        assertThat(plan(DECLARED).isEmpty()).isTrue();
    }

    @Test
    void anotherKindOfCertificateShouldTakeThePlaceOfTheStoredOne() {
        plan(DECLARED).changes().forEach(change -> change.carryOut(service));
        String other = DECLARED.replace("signingCertificates:", "caReferences:").replace("{file: two.der}", "maker-1");

        assertThat(printed(plan(other)))
                .contains(
                        "caReferences.primary: \"maker-1\"",
                        "signingCertificates.primary: \"" + TWO_THUMBPRINT + "\" -> (nothing)");
        plan(other).changes().forEach(change -> change.carryOut(service));

        assertThat(service.records.get(GROUP).get("attestation"))
                .isEqualTo(Map.of("type", "x509", "x509", Map.of("caReferences", Map.of("primary", "maker-1"))));
        assertThat(plan(other).isEmpty()).isTrue();
    }

    @Test
    void anotherCertificateShouldBeShownByItsThumbprint() {
        plan(DECLARED).changes().forEach(change -> change.carryOut(service));
        assertThat(printed(plan(DECLARED.replace("one.pem", "two.der"))))
                .contains("certificate: \"" + ONE_THUMBPRINT + "\" -> \"" + TWO_THUMBPRINT + "\"");
    }

    @Test
    void certificateShouldGoAfterTheGroupsThatNameIt() {
        plan(DECLARED).changes().forEach(change -> change.carryOut(service));
        service.writes.clear();
        plan("certificates: {maker-1: absent}\nenrollmentGroups: {by-name: absent}")
                .changes()
                .forEach(change -> change.carryOut(service));
        assertThat(service.writes)
                .containsExactly(
                        "DELETE /enrollmentGroups/by-name?api-version=2021-10-01 \"1\"",
                        "DELETE " + AUTHORITY + " \"1\"");
    }

    @Test
    void whatIsNoCertificateShouldBeToldWithItsLine() throws Exception {
        Files.writeString(folder.resolve("garbage.pem"), "garbage");
        Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(folder.resolve("one.pem")).repeat(2));
        assertProblem(DECLARED.replace("one.pem", "garbage.pem"), "line 3: this is not a certificate");
        assertProblem(DECLARED.replace("one.pem", "both.pem"), "line 3: exactly one certificate");
        assertProblem(DECLARED.replace("one.pem", "none.pem"), "line 3: the file none.pem cannot be read");
        assertProblem(DECLARED.replace("caReferences", "caReference"), "line 7: 'caReference' is none of");
    }

    private void assertProblem(String yaml, String message) {
        assertThatThrownBy(() -> plan(yaml)).isInstanceOf(CliProblem.class).hasMessageContaining(message);
    }

    private Plan plan(String yaml) {
        Map<String, String> environment = new LinkedHashMap<>();
        return Plan.of(Declaration.parse("file.yaml", yaml), service, new Secrets(environment::get, folder), "owner");
    }

    private static String printed(Plan plan) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        plan.print(new PrintStream(text, true, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }
}
