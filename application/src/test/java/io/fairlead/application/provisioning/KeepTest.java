package io.fairlead.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationStatus;
import io.fairlead.domain.registration.RegistrationSubstatus;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepTest {
    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);
    private OperationReport first;

    @BeforeEach
    void provision() {
        device.enroll(SomeEnrollments.anEnrollment().withHubs(SomeHubs.HUB_A).build());
        first = device.provision();
        scene.count().reset();
    }

    @Test
    void registerShouldWriteNothingWhenNothingHasToChange() {
        OperationReport again = device.register();
        OperationReport polled = device.poll(again.operationId());

        assertThat(again.operationId()).isEqualTo(first.operationId());
        assertThat(again.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(polled.registration()).isEqualTo(first.registration());
        assertThat(scene.count().commits()).isZero();
        assertThat(scene.count().reads()).isEqualTo(2);
        assertThat(scene.hubs().log().changes()).hasSize(1);
        assertThat(scene.events().heard()).endsWith("kept");
    }

    @Test
    void registerShouldStayWhenThePolicyIsNeverThoughTheListChanged() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(SomeHubs.HUB_B)
                .withPolicy(false, true)
                .build());

        assertThat(device.register().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.record().assignment().orElseThrow().key()).isEqualTo(device.at(SomeHubs.HUB_A));
        assertThat(scene.count().commits()).isEqualTo(1);
    }

    @Test
    void registerShouldStayWhenTheListIsEmptyOfLinkedHubsAndThePolicyIsNever() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(new HubName("gone.example.com"))
                .withPolicy(false, false)
                .build());

        assertThat(device.register().status()).isEqualTo(OperationStatus.ASSIGNED);
    }

    @Test
    void registerShouldStickWhenTheClientIsOldAndTheEntrySaysNothing() {
        device.enroll(SomeEnrollments.anEnrollment().withHubs(SomeHubs.HUB_B).build());

        assertThat(device.register(ReprovisioningSupport.LEGACY).status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.on(SomeHubs.HUB_B)).isEmpty();
    }

    @Test
    void registerShouldMoveAnOldClientWhenTheEntrySaysSo() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(SomeHubs.HUB_B)
                .withPolicy(true, true)
                .build());

        device.register(ReprovisioningSupport.LEGACY);
        scene.work();

        assertThat(device.canConnectTo(SomeHubs.HUB_B)).isTrue();
    }

    @Test
    void registerShouldBeRefusedWhenItMustStayOnAHubThatIsUnlinked() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(SomeHubs.HUB_A)
                .withPolicy(false, true)
                .build());
        scene.unlink(SomeHubs.HUB_A);

        OperationReport report = device.register();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.NO_ELIGIBLE_HUB);
        assertThat(report.failure().orElseThrow().message()).contains(SomeHubs.HUB_A.value());
        assertThat(device.record().status()).isEqualTo(RegistrationStatus.ASSIGNED);
    }

    @Test
    void registerShouldBringTheNewKeysToTheHubWhenTheyWereRolled() {
        device.users().deviceReports(device.at(SomeHubs.HUB_A), SomeTwins.document("firmware", "2"));
        device.enroll(SomeEnrollments.anEnrollment()
                        .withHubs(SomeHubs.HUB_A)
                        .withKeys(SomeKeys.otherKeys())
                        .build())
                .holding(SomeKeys.otherKeys());

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.INITIAL_ASSIGNMENT);
        assertThat(device.on(SomeHubs.HUB_A)
                        .orElseThrow()
                        .state()
                        .twin()
                        .reported()
                        .content())
                .isEqualTo(SomeTwins.document("firmware", "2"));
        assertThat(device.audited()).containsExactly("FIRST_ASSIGNMENT", "CREDENTIAL_UPDATE");
        scene.count().reset();
        device.register();
        assertThat(scene.count().commits()).isZero();
    }

    @Test
    void registerShouldCreateTheDeviceAnewWhenItIsMissingThere() {
        device.users().thirdPartyRemoves(device.at(SomeHubs.HUB_A));

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
        assertThat(device.audit().get(1).reason())
                .contains("initial configuration")
                .contains("lost");
    }

    @Test
    void registerShouldTrustTheRecordWhenTheHubDoesNotAnswer() {
        scene.hubs().script((call, moment) -> call.method() == Method.READ ? HubFault.UNREACHABLE : HubFault.NONE);

        assertThat(device.register().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(scene.count().commits()).isZero();
    }
}
