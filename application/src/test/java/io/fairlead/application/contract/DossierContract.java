package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.DeviceDossier;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.identity.RegistrationId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the one statement of the request path promises. */
public interface DossierContract extends DatabaseUnderTest {

    @Test
    default void dossierShouldHoldAllThatIsOnFile() {
        does(stores -> {
            stores.enrollments().insert(SomeEnrollments.fullEnrollment());
            stores.groups().insert(SomeGroups.fullGroup());
            stores.registrations().insert(SomeRegistrations.fullRegistration());
        });
        DeviceDossier dossier = dossier("fULL-dEVICE:1");
        Kept.assertSame(dossier.individual(), SomeEnrollments.fullEnrollment());
        Kept.assertSame(dossier.lastGroup(), SomeGroups.fullGroup());
        Kept.assertSame(dossier.registration(), SomeRegistrations.fullRegistration());
    }

    @Test
    default void dossierShouldBeEmptyWhenNothingIsOnFile() {
        does(stores -> {
            stores.enrollments().insert(SomeEnrollments.someEnrollment("other"));
            stores.groups().insert(SomeGroups.someGroup());
            stores.registrations().insert(SomeRegistrations.someRegistration("another"));
        });
        assertThat(dossier("some-device"))
                .isEqualTo(new DeviceDossier(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    default void dossierShouldHoldEnrollmentAloneBeforeTheFirstRequest() {
        does(stores -> stores.enrollments().insert(SomeEnrollments.someEnrollment()));
        DeviceDossier dossier = dossier("some-device");
        Kept.assertSame(dossier.individual(), SomeEnrollments.someEnrollment());
        assertThat(dossier.registration()).isEmpty();
    }

    @Test
    default void dossierShouldHoldRecordAloneWhenItsEntryIsGone() {
        does(stores -> stores.registrations().insert(SomeRegistrations.inGroup("some-device", "gone")));
        DeviceDossier dossier = dossier("some-device");
        assertThat(dossier.individual()).isEmpty();
        assertThat(dossier.lastGroup()).isEmpty();
        assertThat(dossier.registration()).isPresent();
    }

    @Test
    default void dossierShouldNotTakeIndividualEntryForGroupOfTheSameName() {
        does(stores -> {
            stores.groups().insert(SomeGroups.someGroup("some-device"));
            stores.registrations().insert(SomeRegistrations.someRegistration("some-device"));
        });
        assertThat(dossier("some-device").lastGroup()).isEmpty();
    }

    @Test
    default void dossierShouldFindGroupIgnoringCase() {
        does(stores -> {
            stores.groups().insert(SomeGroups.someGroup("Some-Group"));
            stores.registrations().insert(SomeRegistrations.inGroup("some-device", "sOME-gROUP"));
        });
        Kept.assertSame(dossier("some-device").lastGroup(), SomeGroups.someGroup("Some-Group"));
    }

    @Test
    default void dossierShouldSeeWhatItsOwnTransactionChanged() {
        DeviceDossier dossier = doing(stores -> {
            stores.enrollments().insert(SomeEnrollments.someEnrollment());
            return stores.dossier(new RegistrationId("some-device"));
        });
        assertThat(dossier.individual()).isPresent();
    }

    private DeviceDossier dossier(String id) {
        return seen(stores -> stores.dossier(new RegistrationId(id)));
    }
}
