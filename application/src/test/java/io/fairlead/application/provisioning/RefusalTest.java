package io.fairlead.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationStatus;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @Test
    void registerShouldBeRefusedWhenTheScopeIsUnknown() {
        device.enroll(SomeEnrollments.someEnrollment());
        RegistrationRequest elsewhere = new RegistrationRequest(
                "0neFFFFFFFF", device.id(), device.proof(), Optional.empty(), ReprovisioningSupport.NATIVE);

        assertRefused(Problem.Kind.NOT_FOUND, () -> scene.door().register(elsewhere));
    }

    @Test
    void registerShouldBeCountedButNotWrittenWhenNobodyIsEnrolled() {
        assertRefused(Problem.Kind.NOT_ENROLLED, device::register);

        assertThat(scene.events().heard()).containsExactly("proofRefused NOT_ENROLLED");
        assertThat(scene.count().commits()).isZero();
    }

    @Test
    void registerShouldBeRefusedWhenTheKeyIsWrong() {
        device.enroll(SomeEnrollments.someEnrollment()).holding(SomeKeys.otherKeys());

        assertRefused(Problem.Kind.UNAUTHENTICATED, device::register);

        assertThat(scene.events().heard()).containsExactly("proofRefused WRONG_SIGNATURE");
        assertThat(scene.count().reads()).isEqualTo(1);
    }

    @Test
    void registerShouldBeRefusedWhenNothingIsShown() {
        device.enroll(SomeEnrollments.someEnrollment());
        RegistrationRequest bare = new RegistrationRequest(
                SomeProofs.SCOPE.value(),
                device.id(),
                new DeviceProof.None(),
                Optional.empty(),
                ReprovisioningSupport.NATIVE);

        assertRefused(Problem.Kind.UNAUTHENTICATED, () -> scene.door().register(bare));
    }

    @Test
    void registerShouldBeRefusedWhenAGroupIsThereButDidNotSign() {
        device.enroll(SomeGroups.someGroup());

        assertRefused(Problem.Kind.UNAUTHENTICATED, device::register);
    }

    @Test
    void registerShouldBeRefusedAndAuditedWhenTheEntryIsDisabled() {
        device.enroll(SomeEnrollments.anEnrollment().disabled().build());

        assertRefused(Problem.Kind.ENROLLMENT_DISABLED, device::register);

        assertThat(device.audited()).containsExactly("REFUSED");
        assertThat(device.audit().get(0).reason()).contains("disabled");
        assertThat(scene.hubs().calls()).isZero();
    }

    @Test
    void registerShouldBeRefusedWhenTheIndividualEntryIsDisabledThoughTheGroupIsNot() {
        SceneDevice member =
                new SceneDevice(scene, "some-device", SomeKeys.keys("group").derivedFor("some-device"));
        member.enroll(SomeGroups.someGroup());
        member.enroll(SomeEnrollments.anEnrollment()
                .withKeys(SomeKeys.keys("group").derivedFor("some-device"))
                .disabled()
                .build());

        assertRefused(Problem.Kind.ENROLLMENT_DISABLED, member::register);
    }

    @Test
    void registerShouldFailWithoutAHubWhenNoneIsEligible() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(new HubName("gone.example.com"))
                .build());

        OperationReport report = device.register();

        assertThat(report.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.NO_ELIGIBLE_HUB);
        assertThat(device.record().status()).isEqualTo(RegistrationStatus.FAILED);
        assertThat(device.poll(report.operationId()).status()).isEqualTo(OperationStatus.FAILED);
        assertThat(device.audited()).containsExactly("REFUSED");
        assertThat(scene.hubs().calls()).isZero();
    }

    @Test
    void registerShouldKeepAGoodAssignmentWhenNoHubIsEligibleAnyMore() {
        device.enroll(SomeEnrollments.anEnrollment().withHubs(SomeHubs.HUB_A).build());
        device.provision();
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(new HubName("gone.example.com"))
                .build());

        OperationReport report = device.register();

        assertThat(report.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(device.record().status()).isEqualTo(RegistrationStatus.ASSIGNED);
        assertThat(device.record().lastFailure()).isPresent();
        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
    }

    @Test
    void registerShouldRecoverWhenTheHubListIsRepaired() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(new HubName("gone.example.com"))
                .build());
        device.register();
        device.enroll(SomeEnrollments.someEnrollment());

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().lastFailure()).isEmpty();
    }

    @Test
    void operationShouldBeUnknownWhenItIsAnotherDevices() {
        device.enroll(SomeEnrollments.someEnrollment());
        device.provision();
        SceneDevice other = new SceneDevice(scene, "other-device", SomeKeys.otherKeys());
        other.enroll(SomeEnrollments.anEnrollment()
                .withId("other-device")
                .withKeys(SomeKeys.otherKeys())
                .build());
        OperationId foreign = other.provision().operationId();

        assertRefused(Problem.Kind.NOT_FOUND, () -> device.poll(foreign));
        assertRefused(Problem.Kind.NOT_FOUND, () -> device.poll(new OperationId("4.0.nothing")));
    }

    @Test
    void registrationShouldBeUnknownWhenTheDeviceNeverRegistered() {
        device.enroll(SomeEnrollments.someEnrollment());

        assertRefused(Problem.Kind.NOT_FOUND, device::lookup);
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable request) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(request)
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(kind));
    }
}
