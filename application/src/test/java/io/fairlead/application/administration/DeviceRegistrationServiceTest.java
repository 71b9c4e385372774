package io.fairlead.application.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.RegistrationSubstatus;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it means that a registration record is deleted: for the device, its hub, and what is under way. */
class DeviceRegistrationServiceTest {
    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);
    private final DeviceRegistrations registrations =
            new DeviceRegistrationService(scene.database(), scene.ids(), scene.clock());

    @BeforeEach
    void enroll() {
        device.enroll(SomeEnrollments.anEnrollment().withHubs(SomeHubs.HUB_A).build());
    }

    @Test
    void getShouldReturnTheRecord() {
        device.provision();

        assertThat(registrations.get(device.id())).isEqualTo(device.record());
    }

    @Test
    void getAndDeleteShouldBeRefusedWhenTheDeviceNeverCame() {
        assertRefused(Problem.Kind.NOT_FOUND, () -> registrations.get(device.id()));
        assertRefused(Problem.Kind.NOT_FOUND, () -> delete(Precondition.ANY_VERSION));
    }

    @Test
    void deleteShouldLeaveTheDeviceOnItsHub() {
        device.provision();

        delete(Precondition.version(device.record().etag()));

        assertRefused(Problem.Kind.NOT_FOUND, () -> registrations.get(device.id()));
        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
    }

    @Test
    void deleteShouldMakeTheNextRegistrationTheFirst() {
        device.provision();
        delete(Precondition.NONE);

        assertThat(device.provision().status()).isEqualTo(OperationStatus.ASSIGNED);

        assertThat(device.record().substatus()).contains(RegistrationSubstatus.REPROVISIONED_TO_INITIAL_ASSIGNMENT);
        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
    }

    @Test
    void deleteShouldLeaveATrace() {
        device.provision();
        delete(Precondition.NONE);

        AuditEntry last = device.audit().get(device.audit().size() - 1);
        assertThat(last.decision()).isEqualTo("RECORD_REMOVED");
        assertThat(last.actor()).contains("operator");
        assertThat(last.hubs()).containsExactly(SomeHubs.HUB_A);
        assertThat(last.inputs())
                .containsEntry("assigned", device.at(SomeHubs.HUB_A).toString())
                .containsKey("entry");
    }

    @Test
    void deleteShouldBeRefusedWhenTheVersionIsAnother() {
        device.provision();

        assertRefused(Problem.Kind.PRECONDITION_FAILED, () -> delete(Precondition.version(new ETag("stale"))));
        assertThat(registrations.get(device.id())).isEqualTo(device.record());
    }

    @Test
    void deleteShouldBeRefusedWhileTheDeviceIsBeingAssigned() {
        device.register();

        assertRefused(Problem.Kind.CONFLICT, () -> delete(Precondition.NONE));
        scene.work();
        assertThat(device.record().assignment()).isPresent();
        delete(Precondition.NONE);
    }

    @Test
    void deleteShouldNotForgiveWhatIsOwedToAHub() {
        device.provision();
        scene.hubs()
                .script((call, moment) -> call.method() == Method.DELETE && moment == Moment.BEFORE
                        ? HubFault.UNREACHABLE
                        : HubFault.NONE);
        device.enroll(SomeEnrollments.anEnrollment().withHubs(SomeHubs.HUB_B).build());
        device.provision();
        delete(Precondition.NONE);
        assertThat(device.on(SomeHubs.HUB_A)).isPresent();
        scene.hubs().script((call, moment) -> HubFault.NONE);

        scene.clock().advance(scene.settings().dutyBackoffCap());
        scene.workDue();

        assertThat(device.on(SomeHubs.HUB_A)).isEmpty();
        assertThat(device.canConnectTo(SomeHubs.HUB_B)).isTrue();
        assertThat(device.duties()).isEmpty();
    }

    private void delete(Precondition precondition) {
        registrations.delete(device.id(), precondition, "operator");
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable request) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(request)
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(kind));
    }
}
