package io.fairlead.domain.registration;

import static io.fairlead.domain.fixture.SomeMoments.NOW;
import static io.fairlead.domain.fixture.SomeRegistrations.LAST_OPERATION;
import static io.fairlead.domain.fixture.SomeRegistrations.RUNNING_OPERATION;
import static io.fairlead.domain.fixture.SomeRegistrations.assignedRegistration;
import static io.fairlead.domain.fixture.SomeRegistrations.fullRegistration;
import static io.fairlead.domain.fixture.SomeRegistrations.someFailure;
import static io.fairlead.domain.fixture.SomeRegistrations.someRegistration;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentRef;
import org.junit.jupiter.api.Test;

/** The record of a device through its life. */
class DeviceRegistrationTest {
    private static final ETag NEXT = new ETag("next");
    private static final EnrollmentRef ENTRY = new EnrollmentRef(EnrollmentRef.Kind.GROUP, "some-group");

    @Test
    void statusShouldFollowTheLifeOfTheDevice() {
        DeviceRegistration unseen = someRegistration();
        DeviceRegistration first = unseen.running(RUNNING_OPERATION, ENTRY, NOW, NEXT);
        DeviceRegistration failed = first.failed(RUNNING_OPERATION, someFailure(), NOW, NEXT);
        DeviceRegistration again = failed.running(LAST_OPERATION, ENTRY, NOW, NEXT);
        DeviceRegistration committed =
                again.assigned(SomeHubs.someAssignment(), RegistrationSubstatus.INITIAL_ASSIGNMENT, NOW, NEXT);
        DeviceRegistration assigned = committed.finished(LAST_OPERATION, NOW, NEXT);
        assertThat(unseen.status()).isEqualTo(RegistrationStatus.UNASSIGNED);
        assertThat(first.status()).isEqualTo(RegistrationStatus.ASSIGNING);
        assertThat(failed.status()).isEqualTo(RegistrationStatus.FAILED);
        assertThat(again.status()).isEqualTo(RegistrationStatus.ASSIGNING);
        assertThat(committed.status()).isEqualTo(RegistrationStatus.ASSIGNING);
        assertThat(assigned.status()).isEqualTo(RegistrationStatus.ASSIGNED);
    }

    @Test
    void failureShouldNotDestroyGoodAssignment() {
        DeviceRegistration good = assignedRegistration("some-device", SomeHubs.HUB_A);
        DeviceRegistration failed =
                good.running(RUNNING_OPERATION, ENTRY, NOW, NEXT).failed(RUNNING_OPERATION, someFailure(), NOW, NEXT);
        assertThat(failed.status()).isEqualTo(RegistrationStatus.ASSIGNED);
        assertThat(failed.assignment()).isEqualTo(good.assignment());
        assertThat(failed.substatus()).isEqualTo(good.substatus());
        assertThat(failed.lastFailure()).contains(someFailure());
        assertThat(failed.lastOperation()).contains(RUNNING_OPERATION);
    }

    @Test
    void successShouldClearTheErrorOfAnEarlierRequest() {
        DeviceRegistration finished = fullRegistration().finished(RUNNING_OPERATION, NOW, NEXT);
        assertThat(finished.lastFailure()).isEmpty();
        assertThat(finished.runningOperation()).isEmpty();
        assertThat(finished.lastOperation()).contains(RUNNING_OPERATION);
    }

    @Test
    void everyChangeShouldHaveNewVersionAndTimeAndKeepTheRest() {
        DeviceRegistration full = fullRegistration();
        for (DeviceRegistration changed : new DeviceRegistration[] {
            full.running(RUNNING_OPERATION, full.entry(), NOW, NEXT),
            full.assigned(SomeHubs.someAssignment(), RegistrationSubstatus.DEVICE_DATA_RESET, NOW, NEXT),
            full.finished(RUNNING_OPERATION, NOW, NEXT),
            full.failed(RUNNING_OPERATION, someFailure(), NOW, NEXT)
        }) {
            assertThat(changed.etag()).isEqualTo(NEXT);
            assertThat(changed.lastUpdatedAt()).isEqualTo(NOW);
            assertThat(changed.createdAt()).isEqualTo(full.createdAt());
            assertThat(changed.id()).isEqualTo(full.id());
            assertThat(changed.payload()).isEqualTo(full.payload());
            assertThat(changed.webhookTwin()).isEqualTo(full.webhookTwin());
        }
    }
}
