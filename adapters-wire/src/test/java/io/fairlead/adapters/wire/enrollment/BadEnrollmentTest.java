package io.fairlead.adapters.wire.enrollment;

import static io.fairlead.adapters.wire.enrollment.EnrollmentBodyTest.NOW;
import static io.fairlead.adapters.wire.enrollment.EnrollmentBodyTest.individual;
import static io.fairlead.adapters.wire.enrollment.EnrollmentBodyTest.minimal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.identity.EnrollmentGroupId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each field that is wrong is named, with what to do. */
class BadEnrollmentTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"deviceId\":7|deviceId|must be a string",
                "\"deviceId\":\"\"|deviceId|1 to 128 of",
                "\"deviceId\":\"a b\"|deviceId|1 to 128 of",
                "\"capabilities\":true|capabilities|must be an object",
                "\"capabilities\":{\"iotEdge\":\"yes\"}|capabilities.iotEdge|must be true or false",
                "\"allocationPolicy\":\"nearest\"|allocationPolicy|must be one of hashed, geoLatency, static, custom",
                "\"allocationPolicy\":1|allocationPolicy|must be a string",
                "\"iotHubs\":\"a.example\"|iotHubs|must be an array of strings",
                "\"iotHubs\":[1]|iotHubs|must be an array of strings",
                "\"iotHubs\":[null]|iotHubs|must be an array of strings",
                "\"iotHubs\":[\"a b\"]|iotHubs|a host name without port",
                "\"iotHubs\":[\"a.example:443\"]|iotHubs|a host name without port",
                "\"iotHubHostName\":{}|iotHubHostName|must be a string",
                "\"iotHubHostName\":\"a/b\"|iotHubHostName|a host name without port",
                "\"initialTwin\":[]|initialTwin|must be an object",
                "\"initialTwin\":{\"tags\":1}|initialTwin.tags|must be an object",
                "\"initialTwin\":{\"properties\":1}|initialTwin.properties|must be an object",
                "\"initialTwin\":{\"properties\":{\"desired\":1}}|initialTwin.properties.desired|must be an object",
                "\"optionalDeviceInformation\":\"x\"|optionalDeviceInformation|must be an object",
                "\"optionalDeviceInformation\":{\"version\":\"1.2\"}|optionalDeviceInformation.version|a whole number",
                "\"initialTwin\":{\"tags\":{\"count\":2147483648}}|initialTwin.tags.count|at most 32 bits",
                "\"initialTwin\":{\"tags\":{\"metadata\":1}}|initialTwin.tags.metadata|must be an object",
                "\"initialTwin\":{\"properties\":{\"desired\":{\"version\":1.5}}}|initialTwin.properties.desired.version"
                        + "|a whole number",
                "\"provisioningStatus\":\"off\"|provisioningStatus|must be one of enabled, disabled",
                "\"provisioningStatus\":true|provisioningStatus|must be a string",
                "\"reprovisionPolicy\":\"never\"|reprovisionPolicy|must be an object",
                "\"reprovisionPolicy\":{\"updateHubAssignment\":1}|reprovisionPolicy.updateHubAssignment|true or false",
                "\"reprovisionPolicy\":{\"migrateDeviceData\":\"\"}|reprovisionPolicy.migrateDeviceData|true or false",
                "\"customAllocationDefinition\":1|customAllocationDefinition|must be an object",
                "\"customAllocationDefinition\":{}|customAllocationDefinition.webhookUrl|is missing",
                "\"customAllocationDefinition\":{\"webhookUrl\":7}|customAllocationDefinition.webhookUrl|must be a string",
                "\"customAllocationDefinition\":{\"webhookUrl\":\"ftp://a.example/\"}|customAllocationDefinition.webhookUrl"
                        + "|an absolute https address",
                "\"customAllocationDefinition\":{\"webhookUrl\":\"https://a.example/\"}"
                        + "|customAllocationDefinition.apiVersion|is missing",
                "\"customAllocationDefinition\":{\"webhookUrl\":\"https://a.example/\",\"apiVersion\":\"2018-04-01\"}"
                        + "|customAllocationDefinition.apiVersion|2018-09-01-preview or later",
                "\"customAllocationDefinition\":{\"webhookUrl\":\"https://a.example/\",\"apiVersion\":\"soon\"}"
                        + "|customAllocationDefinition.apiVersion|2018-09-01-preview or later",
                "\"credentialPolicyName\":\"x\"|credentialPolicyName|not served here",
            })
    void individualShouldNameTheFieldThatIsWrong(String member, String field, String complaint) {
        refused(() -> individual(minimal("," + member), NOW), field, complaint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "null|attestation|is missing",
                "\"symmetricKey\"|attestation|must be an object",
                "{}|attestation.type|is missing",
                "{\"type\":1}|attestation.type|must be a string",
                "{\"type\":\"x509\"}|attestation.x509|is missing",
                "{\"type\":\"x509\",\"x509\":{}}|attestation.x509.clientCertificates|is missing",
                "{\"type\":\"x509\",\"symmetricKey\":{}}|attestation.symmetricKey|does not belong",
                "{\"type\":\"x509\",\"x509\":{\"signingCertificates\":{}}}|attestation.x509.signingCertificates|belongs to groups",
                "{\"type\":\"x509\",\"x509\":{\"caReferences\":{}}}|attestation.x509.caReferences|belongs to groups",
                "{\"type\":\"x509\",\"x509\":{\"clientCertificates\":{}}}|attestation.x509.clientCertificates.primary|is missing",
                "{\"type\":\"x509\",\"x509\":{\"clientCertificates\":{\"primary\":{}}}}|attestation.x509.clientCertificates.primary|is missing",
                "{\"type\":\"x509\",\"x509\":{\"clientCertificates\":{\"primary\":\"x\"}}}|attestation.x509.clientCertificates.primary|must be an object",
                "{\"type\":\"x509\",\"x509\":{\"clientCertificates\":{\"primary\":{\"certificate\":\"garbage\"}}}}|attestation.x509.clientCertificates.primary.certificate|is refused",
                "{\"type\":\"none\"}|attestation.type|must be symmetricKey, x509 or tpm",
                "{\"type\":\"tpm\"}|attestation.tpm|is missing",
                "{\"type\":\"tpm\",\"tpm\":{}}|attestation.tpm.endorsementKey|is missing",
                "{\"type\":\"tpm\",\"tpm\":{\"endorsementKey\":\"\"}}|attestation.tpm.endorsementKey|it ends after 0 bytes",
                "{\"type\":\"tpm\",\"tpm\":{\"endorsementKey\":\"?\"}}|attestation.tpm.endorsementKey|it is not base64",
                "{\"type\":\"tpm\",\"tpm\":{\"endorsementKey\":\"AToAAQALAAMAsg==\"}}|attestation.tpm.endorsementKey|it was cut off",
                "{\"type\":\"tpm\",\"x509\":{}}|attestation.x509|does not belong to the type tpm",
                "{\"type\":\"none\"}|attestation.type|must be symmetricKey",
                "{\"type\":\"symmetricKey\",\"x509\":{}}|attestation.x509|does not belong",
                "{\"type\":\"symmetricKey\",\"tpm\":{}}|attestation.tpm|does not belong",
                "{\"type\":\"symmetricKey\",\"symmetricKey\":\"k\"}|attestation.symmetricKey|must be an object",
            })
    void individualShouldNameWhatIsWrongWithTheAttestation(String attestation, String field, String complaint) {
        String body = "{\"registrationId\":\"ind-sk\",\"attestation\":" + attestation + "}";

        refused(() -> individual(body, NOW), field, complaint);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{}|attestation.x509.signingCertificates|is missing",
                "{\"clientCertificates\":{}}|attestation.x509.clientCertificates|belongs to individual enrollments",
                "{\"caReferences\":{\"primary\":\"a\"},\"signingCertificates\":{}}|attestation.x509.signingCertificates|choose one",
                "{\"caReferences\":{}}|attestation.x509.caReferences.primary|is missing",
                "{\"caReferences\":{\"primary\":\"a b\"}}|attestation.x509.caReferences.primary|letters, digits",
                "{\"signingCertificates\":{\"secondary\":{\"certificate\":\"AAAA\"}}}|attestation.x509.signingCertificates.secondary.certificate|not an X.509 certificate",
            })
    void groupShouldNameWhatIsWrongWithItsCertificates(String x509, String field, String complaint) {
        String body = "{\"enrollmentGroupId\":\"g\",\"attestation\":{\"type\":\"x509\",\"x509\":" + x509 + "}}";

        refused(() -> EnrollmentBody.group(body.getBytes(UTF_8), new EnrollmentGroupId("g"), NOW), field, complaint);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "1|null|attestation.symmetricKey.primaryKey|must be a string",
                "\"!not-base64!\"|\"\"|attestation.symmetricKey.primaryKey|must be valid base64",
                "\"c2hvcnQ=\"|\"c2hvcnQ=\"|attestation.symmetricKey.primaryKey|16 to 64 bytes",
                "\"c2l4dGVlbi1ieXRlcy0xNg==\"|\"\"|attestation.symmetricKey.secondaryKey|give both keys, or neither",
                "null|\"c2l4dGVlbi1ieXRlcy0xNg==\"|attestation.symmetricKey.primaryKey|give both keys, or neither",
                "\"c2l4dGVlbi1ieXRlcy0xNg==\"|\"AAAA\"|attestation.symmetricKey.secondaryKey|16 to 64 bytes",
            })
    void individualShouldNameTheKeyThatIsWrongAndNotRepeatIt(
            String primary, String secondary, String field, String complaint) {
        String body = "{\"registrationId\":\"ind-sk\",\"attestation\":{\"type\":\"symmetricKey\",\"symmetricKey\":"
                + "{\"primaryKey\":" + primary + ",\"secondaryKey\":" + secondary + "}}}";

        refused(() -> individual(body, NOW), field, complaint);
        assertThatThrownBy(() -> individual(body, NOW))
                .hasMessageNotContaining("c2hvcnQ=")
                .hasMessageNotContaining("not-base64");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{}|registrationId|is missing",
                "{\"registrationId\":null}|registrationId|is missing",
                "{\"registrationId\":\"other\"}|registrationId|must be the id of the path",
                "{\"registrationId\":1}|registrationId|must be a string",
            })
    void individualShouldDemandTheIdOfThePath(String body, String field, String complaint) {
        refused(() -> individual(body, NOW), field, complaint);
    }

    @Test
    void groupShouldDemandTheIdOfThePath() {
        refused(
                () -> EnrollmentBody.group(
                        "{\"registrationId\":\"g\"}".getBytes(UTF_8), new EnrollmentGroupId("g"), NOW),
                "enrollmentGroupId",
                "is missing");
    }

    private static void refused(ThrowingCallable reading, String field, String complaint) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ProvisioningException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(e.problem().facts()).containsEntry("field", field);
            assertThat(e.problem().detail()).startsWith(field + " ").contains(complaint);
        });
    }
}
