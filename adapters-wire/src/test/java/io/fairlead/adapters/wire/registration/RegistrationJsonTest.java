package io.fairlead.adapters.wire.registration;

import static io.fairlead.adapters.wire.fixture.WireFixtures.UPDATED;
import static io.fairlead.adapters.wire.fixture.WireFixtures.assigned;
import static io.fairlead.adapters.wire.fixture.WireFixtures.failure;
import static io.fairlead.adapters.wire.fixture.WireFixtures.unseen;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.fixture.SomeCertificates;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goldens: the texts that devices get, character for character. */
class RegistrationJsonTest {
    private static final DeviceProof TOKEN = new DeviceProof.None();
    private static final OperationId OPERATION = new OperationId("4.316aac5bdc130deb.0c7b");

    @Test
    void promiseShouldBeTheOperationAloneWhateverItsState() {
        for (OperationStatus status : OperationStatus.values()) {
            assertThat(text(OperationJson.promise(report(status, assigned(), Optional.empty()))))
                    .isEqualTo("{\"operationId\":\"4.316aac5bdc130deb.0c7b\",\"status\":\"assigning\"}");
        }
    }

    @Test
    void progressShouldShowNoAssignmentWhileTheOperationRuns() {
        assertThat(text(OperationJson.progress(report(OperationStatus.RUNNING, assigned(), Optional.empty()), TOKEN)))
                .isEqualTo("{\"operationId\":\"4.316aac5bdc130deb.0c7b\",\"status\":\"assigning\","
                        + "\"registrationState\":{\"registrationId\":\"Dev-1\",\"status\":\"assigning\"}}");
    }

    @Test
    void progressShouldShowTheAssignmentWhenTheOperationEndedWell() {
        assertThat(text(OperationJson.progress(report(OperationStatus.ASSIGNED, assigned(), Optional.empty()), TOKEN)))
                .isEqualTo("{\"operationId\":\"4.316aac5bdc130deb.0c7b\",\"status\":\"assigned\",\"registrationState\":"
                        + ASSIGNED + "}");
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void progressShouldCarryCodeAndMessageWhenTheOperationFailed(FailureKind kind) {
        Map<String, Object> tree = progress(report(OperationStatus.FAILED, unseen(), Optional.of(failure(kind))));

        assertThat(tree).containsEntry("status", "failed").containsKey("operationId");
        assertThat(state(tree))
                .containsEntry("registrationId", "Dev-1")
                .containsEntry("status", "failed")
                .containsEntry("errorCode", (long) ErrorCode.of(kind).code())
                .containsEntry("errorMessage", "say what to do")
                .doesNotContainKeys("assignedHub", "deviceId", "substatus", "payload", "symmetricKey");
    }

    /** Seen from the Java client: a failure without a code once left it waiting for ever. */
    @Test
    void progressShouldInventACodeWhenAFailureLeftNone() {
        Map<String, Object> tree = progress(report(OperationStatus.FAILED, unseen(), Optional.empty()));

        assertThat(state(tree)).containsEntry("errorCode", 500001L).containsKey("errorMessage");
    }

    @Test
    void progressShouldKeepShowingAGoodAssignmentBesideAFailure() {
        Map<String, Object> tree =
                progress(report(OperationStatus.FAILED, assigned(), Optional.of(failure(FailureKind.NO_ELIGIBLE_HUB))));

        assertThat(state(tree))
                .containsEntry("status", "failed")
                .containsEntry("errorCode", 400208L)
                .containsEntry("assignedHub", "hub-a.example");
    }

    @Test
    void writeShouldGiveTheBareRecord() {
        assertThat(text(RegistrationJson.write(assigned(), TOKEN))).isEqualTo(ASSIGNED);
    }

    @Test
    void writeShouldShowTheLastErrorBesideAGoodAssignment() {
        RegistrationFailure error = failure(FailureKind.HUB_REFUSED);
        DeviceRegistration record = assigned().failed(OPERATION, error, UPDATED, new ETag("t"));

        Map<String, Object> tree =
                JsonText.parseObject(RegistrationJson.write(record, TOKEN)).members();

        assertThat(tree)
                .containsEntry("status", "assigned")
                .containsEntry("assignedHub", "hub-a.example")
                .containsEntry("errorCode", 400209L)
                .containsEntry("errorMessage", "say what to do");
    }

    /** All eight members of a description, or the Java client fails. */
    @Test
    void writeShouldDescribeTheCertificatesThatTheDeviceShows() {
        DeviceProof alone = new CertificateProof(new CertificateChain(List.of(SomeCertificates.SOME_DEVICE)));
        DeviceProof chain = new CertificateProof(
                new CertificateChain(List.of(SomeCertificates.SOME_DEVICE, SomeCertificates.SOME_AUTHORITY)));

        assertThat(x509(assigned(), chain))
                .containsEntry("enrollmentGroupId", "Fleet")
                .containsOnlyKeys("certificateInfo", "enrollmentGroupId", "signingCertificateInfo");
        assertThat(x509(assigned(), alone)).containsOnlyKeys("certificateInfo", "enrollmentGroupId");
        assertThat(x509(unseen(), chain)).containsOnlyKeys("certificateInfo");
        assertThat(x509(assigned(), chain).get("signingCertificateInfo"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .hasSize(8)
                .containsEntry("subjectName", "CN=Some Maker CA, O=Some Maker");
    }

    private static Map<String, Object> x509(DeviceRegistration record, DeviceProof shown) {
        JsonMembers tree = JsonText.parseObject(RegistrationJson.write(record, shown));
        assertThat(tree.has("symmetricKey")).isFalse();
        return tree.object("x509").orElseThrow().members();
    }

    @Test
    void writeShouldHaveNothingButTheBasicsForANewRecord() {
        assertThat(text(RegistrationJson.write(unseen(), TOKEN)))
                .isEqualTo("{\"registrationId\":\"Dev-1\",\"createdDateTimeUtc\":\"2026-01-02T03:04:05.5163352Z\","
                        + "\"status\":\"unassigned\",\"lastUpdatedDateTimeUtc\":\"2026-01-02T03:04:05.5163352Z\","
                        + "\"etag\":\"InRhZy0yIg==\"}");
    }

    private static final String ASSIGNED = """
            {"registrationId":"Dev-1","createdDateTimeUtc":"2026-01-02T03:04:05.5163352Z",\
            "assignedHub":"hub-a.example","deviceId":"Dev-1","status":"assigned","substatus":"deviceDataMigrated",\
            "lastUpdatedDateTimeUtc":"2026-02-03T04:05:06.0000000Z",\
            "etag":"IjY5MDAzNTUyLTAwMDAtMDMwMC0wMDAwLTYzMGZkYThhMDAwMCI=","payload":{"colour":"red"},\
            "symmetricKey":{"enrollmentGroupId":"Fleet"}}""";

    private static OperationReport report(
            OperationStatus status, DeviceRegistration registration, Optional<RegistrationFailure> failure) {
        return new OperationReport(OPERATION, status, registration, failure, Duration.ofSeconds(3));
    }

    private static Map<String, Object> progress(OperationReport report) {
        return JsonText.parseObject(OperationJson.progress(report, TOKEN)).members();
    }

    private static Map<String, Object> state(Map<String, Object> operation) {
        return JsonText.parseObject(JsonText.write(operation))
                .object("registrationState")
                .orElseThrow()
                .members();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
