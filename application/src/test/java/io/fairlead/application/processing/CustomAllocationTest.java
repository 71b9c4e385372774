package io.fairlead.application.processing;

import static io.fairlead.domain.fixture.SomeEnrollments.anEnrollment;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.fake.HubFaultScript;
import io.fairlead.application.port.WebhookCall;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.registration.RegistrationSubstatus;
import io.fairlead.domain.registration.WebhookReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The allocation policy custom, from the request to the device and back again. */
class CustomAllocationTest {
    private static final HubName A = SomeHubs.HUB_A;
    private static final HubName B = SomeHubs.HUB_B;
    private static final String WEBHOOK = "https://allocate.example.com/api/hub?code=s3cret";
    private static final InitialTwin GIVEN =
            new InitialTwin(SomeTwins.document("given", "tag"), SomeTwins.document("given", "desired"));
    private static final TwinDocument PAYLOAD = SomeTwins.document("answer", 42);

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene).sending(Map.of("model", "m-1"));

    @Test
    void firstAssignmentShouldGoWhereTheWebhookSays() {
        migrating();
        scene.webhook().names(B, GIVEN, PAYLOAD);

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().payload()).contains(PAYLOAD);
        assertThat(device.on(B).orElseThrow().state().twin()).isEqualTo(GIVEN.asTwin());
        assertThat(device.canConnectTo(B)).isTrue();
        assertThat(lastAudit().inputs()).containsValue("allocation: " + B + ", custom");
    }

    @Test
    void webhookShouldBeToldOfTheDeviceAndOfferedTheCandidates() {
        migrating();
        scene.webhook().names(A);
        device.provision();
        device.provision();

        assertThat(scene.webhook().calls()).hasSize(2);
        WebhookCall second = scene.webhook().calls().get(1);
        assertThat(second.registrationId()).isEqualTo(device.id());
        assertThat(second.current()).contains(device.at(A));
        assertThat(second.offered()).containsExactly(A, B);
        assertThat(second.payload().orElseThrow().members()).isEqualTo(Map.of("payload", Map.of("model", "m-1")));
        assertThat(scene.webhook().calls().get(0).current()).isEmpty();
    }

    /** Longer than an operation may take: what it waited for others is not held against it. */
    @Test
    void operationShouldNotBeLateWhenItOnlyWaitedForItsTurnAtTheWebhook() {
        migrating();
        scene.webhook().names(A);
        scene.webhook().busy(600);
        OperationReport accepted = device.register();
        scene.workAccepted();
        for (int second = 0; second < 600; second++) {
            if (second % 50 == 0) scene.changeNode();
            scene.clock().advance(Duration.ofSeconds(1));
            scene.workDue();
        }
        assertThat(device.poll(accepted.operationId()).status()).isEqualTo(OperationStatus.ASSIGNED);
    }

    @Test
    void webhookShouldNotBeAskedBeforeTheWorkersWork() {
        migrating();
        scene.webhook().names(A);
        device.register();
        assertThat(scene.webhook().calls()).isEmpty();
    }

    /** A keep is never answered from the record: what the webhook returns for the device may be new. */
    @Test
    void keepShouldHandTheNewPayloadToTheDevice() {
        migrating();
        scene.webhook().names(A, GIVEN, SomeTwins.document("answer", 1));
        device.provision();
        scene.webhook().names(A, GIVEN, PAYLOAD);

        OperationReport kept = device.provision();

        assertThat(kept.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(kept.registration().payload()).contains(PAYLOAD);
        assertThat(lastAudit().decision()).isEqualTo("KEPT");
    }

    @Test
    void payloadShouldGoWhenTheWebhookReturnsNoneAnyMore() {
        migrating();
        scene.webhook().names(A, GIVEN, PAYLOAD);
        device.provision();
        scene.webhook().names(A);
        assertThat(device.provision().registration().payload()).isEmpty();
    }

    @Test
    void payloadShouldGoWhenTheEntryIsNotCustomAnyMore() {
        migrating();
        scene.webhook().names(A, GIVEN, PAYLOAD);
        device.provision();
        device.enroll(anEnrollment().withHubs(A).withPolicy(true, true).build());

        assertThat(device.provision().registration().payload()).isEmpty();
        assertThat(scene.webhook().calls()).hasSize(1);
    }

    @Test
    void migrateShouldCarryTheStateAndLeaveTheWebhooksTwinAside() {
        migrating();
        scene.webhook().names(A);
        device.provision();
        device.users().deviceReports(device.at(A), SomeTwins.document("firmware", "2"));
        var before = device.on(A).orElseThrow().state();
        scene.webhook().names(B, GIVEN, PAYLOAD);

        OperationReport moved = device.provision();

        assertThat(moved.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_MIGRATED);
        assertThat(moved.registration().payload()).contains(PAYLOAD);
        assertThat(device.on(B).orElseThrow().state()).isEqualTo(before);
        assertThat(device.record().webhookTwin()).isEmpty();
    }

    @Test
    void resetShouldBeginWithTheTwinThatTheWebhookGivesNow() {
        resetting();
        scene.webhook().names(A);
        device.provision();
        scene.webhook().names(B, GIVEN, PAYLOAD);

        device.provision();

        assertThat(device.on(B).orElseThrow().state().twin()).isEqualTo(GIVEN.asTwin());
        assertThat(device.record().webhookTwin()).contains(GIVEN);
    }

    @Test
    void resetShouldBeginWithTheTwinOfTheEntryWhenTheWebhookGivesNone() {
        resetting();
        scene.webhook().names(A, GIVEN, PAYLOAD);
        device.provision();
        scene.webhook().names(B);

        device.provision();

        assertThat(device.on(B).orElseThrow().state().twin())
                .isEqualTo(SomeTwins.someInitialTwin().asTwin());
        assertThat(device.record().webhookTwin()).isEmpty();
    }

    /** The twin given once is the device's initial configuration; one given without a change of hub is ignored. */
    @Test
    void resetInPlaceShouldGoBackToTheTwinGivenOnce() {
        resetting();
        scene.webhook().names(A, GIVEN, PAYLOAD);
        device.provision();
        device.users().backEndPatches(device.at(A), SomeTwins.document("site", "north"), SomeTwins.document("x", 5));
        scene.webhook()
                .names(A, new InitialTwin(SomeTwins.document("later", "x"), SomeTwins.document("later", "x")), PAYLOAD);

        OperationReport report = device.provision();

        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
        var twin = device.on(A).orElseThrow().state().twin();
        assertThat(twin.tags()).isEqualTo(GIVEN.tags());
        assertThat(twin.desired().content()).isEqualTo(GIVEN.desired());
        assertThat(device.record().webhookTwin()).contains(GIVEN);
    }

    @Test
    void neverShouldOfferTheCurrentHubAloneAndStillHandOutThePayload() {
        migrating();
        scene.webhook().names(A);
        device.provision();
        device.enroll(custom().withPolicy(false, true).withHubs(B).build());
        scene.webhook().names(A, GIVEN, PAYLOAD);

        OperationReport kept = device.provision();

        assertThat(scene.webhook().calls().get(1).offered()).containsExactly(A);
        assertThat(kept.registration().assignment().orElseThrow().key()).isEqualTo(device.at(A));
        assertThat(kept.registration().payload()).contains(PAYLOAD);
        assertThat(device.on(A).orElseThrow().state().twin())
                .isEqualTo(SomeTwins.someInitialTwin().asTwin());
    }

    @Test
    void neverShouldKeepTheDeviceWhenTheWebhookFails() {
        migrating();
        scene.webhook().names(A, GIVEN, PAYLOAD);
        device.provision();
        device.enroll(custom().withPolicy(false, true).build());
        for (WebhookReply bad : List.of(new WebhookReply.Failed("it answered 500", Optional.of("oops")), namesB())) {
            scene.webhook().answers(bad);
            OperationReport kept = device.provision();
            assertThat(kept.status()).isEqualTo(OperationStatus.ASSIGNED);
            assertThat(kept.registration().assignment().orElseThrow().key()).isEqualTo(device.at(A));
            assertThat(kept.registration().payload()).contains(PAYLOAD);
        }
        assertThat(device.audit().stream().flatMap(entry -> entry.inputs().values().stream()))
                .contains("allocation: it answered 500", "webhook sent: oops");
    }

    @Test
    void failedWebhookShouldRefuseAndTouchNothing() {
        migrating();
        scene.webhook().answers(new WebhookReply.Failed("it answered 500", Optional.of("oops")));
        assertRefused(device.provision(), "it answered 500");
        assertThat(device.record().assignment()).isEmpty();

        scene.webhook().names(A, GIVEN, PAYLOAD);
        device.provision();
        scene.webhook().answers(new WebhookReply.Failed("it answered 503", Optional.of("oops")));
        OperationReport refused = device.provision();

        assertRefused(refused, "it answered 503");
        assertThat(refused.registration().assignment().orElseThrow().key()).isEqualTo(device.at(A));
        assertThat(device.canConnectTo(A)).isTrue();
        assertThat(lastAudit().reason()).isEqualTo("it answered 503");
        assertThat(lastAudit().inputs()).containsValue("webhook sent: oops");
        assertThat(refused.failure().orElseThrow().message()).doesNotContain("oops");
        assertThat(lastAudit().decision()).isEqualTo("REFUSED");
    }

    @Test
    void hubThatWasNotOfferedShouldBeRefused() {
        device.enroll(custom().withHubs(A).withPolicy(true, true).build());
        scene.webhook().answers(namesB());
        assertRefused(device.provision(), B.value());
    }

    @Test
    void nothingToOfferShouldBeRefusedWithoutAskingAnybody() {
        device.enroll(
                custom().withHubs(SomeHubs.QUARANTINE).withPolicy(true, true).build());
        OperationReport report = device.provision();
        assertThat(report.failure().map(RegistrationFailure::kind)).contains(FailureKind.NO_ELIGIBLE_HUB);
        assertThat(scene.webhook().calls()).isEmpty();
    }

    /** The next attempt goes by what the webhook said to the first, although it would say something else now. */
    @Test
    void retriedOperationShouldNotFlip() {
        migrating();
        scene.webhook().names(B, GIVEN, PAYLOAD);
        scene.hubs()
                .script((call, moment) -> call.method() == HubCall.Method.CREATE && moment == HubCall.Moment.BEFORE
                        ? HubFault.UNREACHABLE
                        : HubFault.NONE);
        OperationReport accepted = device.register();
        scene.workAccepted();
        scene.webhook().names(A);
        scene.hubs().script(HubFaultScript.NONE);
        scene.clock().advance(scene.settings().retryBackoffCap());
        scene.workDue();

        OperationReport report = device.poll(accepted.operationId());
        assertThat(report.registration().assignment().orElseThrow().key()).isEqualTo(device.at(B));
        assertThat(report.registration().payload()).contains(PAYLOAD);
        assertThat(device.on(B).orElseThrow().state().twin()).isEqualTo(GIVEN.asTwin());
        assertThat(scene.webhook().calls()).hasSize(1);
    }

    @Test
    void busyAllocatorShouldMakeTheOperationWaitWithoutCountingAnAttempt() {
        migrating();
        scene.webhook().names(A);
        scene.webhook().busy(2);
        OperationReport accepted = device.register();
        scene.workAccepted();
        assertThat(device.poll(accepted.operationId()).status()).isEqualTo(OperationStatus.RUNNING);
        for (int wait = 0; wait < 2; wait++) {
            scene.clock().advance(Duration.ofSeconds(2));
            scene.workDue();
        }
        assertThat(device.poll(accepted.operationId()).status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(scene.database()
                        .<Integer>read(stores -> stores.operations()
                                .find(accepted.operationId())
                                .orElseThrow()
                                .attempts()))
                .isZero();
    }

    private static void assertRefused(OperationReport report, String why) {
        assertThat(report.status()).isEqualTo(OperationStatus.FAILED);
        RegistrationFailure failure = report.failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.WEBHOOK_FAILED);
        assertThat(failure.message()).contains(why);
    }

    private AuditEntry lastAudit() {
        List<AuditEntry> audit = device.audit();
        return audit.get(audit.size() - 1);
    }

    private void migrating() {
        device.enroll(custom().withPolicy(true, true).build());
    }

    private void resetting() {
        device.enroll(custom().withPolicy(true, false).build());
    }

    private static SomeEnrollments.Builder custom() {
        return anEnrollment().withWebhook(WEBHOOK).withInitialTwin(SomeTwins.someInitialTwin());
    }

    private static WebhookReply namesB() {
        return new WebhookReply.Answered(B, Optional.empty(), Optional.empty());
    }
}
