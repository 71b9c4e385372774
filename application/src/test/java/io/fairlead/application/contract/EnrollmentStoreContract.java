package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeCertificates.OTHER_DEVICE;
import static io.fairlead.domain.fixture.SomeCertificates.SOME_DEVICE;
import static io.fairlead.domain.fixture.SomeEnrollments.anEnrollment;
import static io.fairlead.domain.fixture.SomeEnrollments.fullEnrollment;
import static io.fairlead.domain.fixture.SomeEnrollments.someEnrollment;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.attestation.ClientCertificates;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTpms;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of individual enrollments promises. */
public interface EnrollmentStoreContract extends DatabaseUnderTest {

    @Test
    default void findShouldReturnEveryFieldThatWasInserted() {
        EveryField.assertSet(fullEnrollment());
        insert(fullEnrollment());
        Kept.assertSame(find("Full-Device:1"), fullEnrollment());
    }

    @Test
    default void findShouldReturnNothingOptionalWhenNothingWasInserted() {
        insert(someEnrollment());
        Kept.assertSame(find("some-device"), someEnrollment());
    }

    @Test
    default void findShouldReturnTheCertificatesThatWereInserted() {
        IndividualEnrollment rolling = anEnrollment()
                .withAttestation(new ClientCertificates(PrimarySecondary.of(SOME_DEVICE, OTHER_DEVICE)))
                .build();
        insert(rolling);
        Kept.assertSame(find("some-device"), rolling);
    }

    @Test
    default void findShouldReturnTheTpmThatWasInserted() {
        IndividualEnrollment entry = anEnrollment()
                .withAttestation(new TpmAttestation(
                        SomeTpms.publishedEndorsementKey(), Optional.of(SomeTpms.someRootKey()), SomeKeys.key("tpm")))
                .build();
        insert(entry);
        Kept.assertSame(find("some-device"), entry);
    }

    @Test
    default void findShouldIgnoreCaseAndKeepTheWrittenOne() {
        insert(someEnrollment("Device-ABC"));
        Kept.assertSame(find("dEVICE-abc"), someEnrollment("Device-ABC"));
    }

    @Test
    default void findShouldBeEmptyWhenAbsent() {
        insert(someEnrollment());
        assertThat(find("some-devic")).isEmpty();
    }

    @Test
    default void insertShouldBeRefusedWhenIdIsTaken() {
        insert(someEnrollment());
        IndividualEnrollment second =
                anEnrollment().withId("SOME-device").withETag("etag-2").build();
        assertThat(this.<Boolean>doing(stores -> stores.enrollments().insert(second)))
                .isFalse();
        Kept.assertSame(find("some-device"), someEnrollment());
    }

    @Test
    default void insertShouldSucceedOnceWhenManyRace() {
        List<Boolean> won = Race.among(
                Race.RACERS,
                racer -> doing(stores -> stores.enrollments()
                        .insert(anEnrollment().withETag("racer-" + racer).build())));
        assertThat(won).containsOnlyOnce(true);
        assertThat(etag("some-device")).hasValue("racer-" + won.indexOf(true));
    }

    @Test
    default void replaceShouldChangeEveryField() {
        IndividualEnrollment bare =
                anEnrollment().withId("Full-Device:1").withETag("bare").build();
        insert(bare);
        assertThat(replace(fullEnrollment(), "bare")).isTrue();
        Kept.assertSame(find("Full-Device:1"), fullEnrollment());
        assertThat(replace(bare, fullEnrollment().stamp().etag().value())).isTrue();
        Kept.assertSame(find("Full-Device:1"), bare);
    }

    @Test
    default void replaceShouldBeRefusedWhenVersionIsAnother() {
        insert(someEnrollment());
        IndividualEnrollment next = anEnrollment().withETag("etag-2").build();
        assertThat(replace(next, "etag-0")).isFalse();
        assertThat(replace(next, "ETAG-1")).isFalse();
        Kept.assertSame(find("some-device"), someEnrollment());
    }

    @Test
    default void replaceShouldBeRefusedWhenAbsent() {
        assertThat(replace(someEnrollment(), "etag-1")).isFalse();
        assertThat(find("some-device")).isEmpty();
    }

    @Test
    default void replaceShouldSucceedOnceWhenManyRaceFromOneVersion() {
        insert(someEnrollment());
        List<Boolean> won = Race.among(
                Race.RACERS,
                racer -> replace(anEnrollment().withETag("racer-" + racer).build(), "etag-1"));
        assertThat(won).containsOnlyOnce(true);
        assertThat(etag("some-device")).hasValue("racer-" + won.indexOf(true));
    }

    @Test
    default void removeShouldRemoveThisEntryOnly() {
        insert(someEnrollment());
        insert(someEnrollment("other"));
        assertThat(remove("SOME-DEVICE", "etag-1")).isTrue();
        assertThat(find("some-device")).isEmpty();
        assertThat(find("other")).isPresent();
    }

    @Test
    default void removeShouldBeRefusedWhenVersionIsAnotherOrAbsent() {
        insert(someEnrollment());
        assertThat(remove("some-device", "etag-0")).isFalse();
        assertThat(remove("other", "etag-1")).isFalse();
        assertThat(find("some-device")).isPresent();
    }

    @Test
    default void removeAndReplaceShouldNotBothSucceedWhenTheyRace() {
        insert(someEnrollment());
        List<Boolean> won = Race.among(
                2,
                racer -> racer == 0
                        ? remove("some-device", "etag-1")
                        : replace(anEnrollment().withETag("etag-2").build(), "etag-1"));
        assertThat(won).containsOnlyOnce(true);
        assertThat(find("some-device").isPresent()).isEqualTo(won.get(1));
    }

    private void insert(IndividualEnrollment enrollment) {
        assertThat(this.<Boolean>doing(stores -> stores.enrollments().insert(enrollment)))
                .isTrue();
    }

    private boolean replace(IndividualEnrollment enrollment, String expected) {
        return doing(stores -> stores.enrollments().replace(enrollment, new ETag(expected)));
    }

    private boolean remove(String id, String expected) {
        return doing(stores -> stores.enrollments().remove(new RegistrationId(id), new ETag(expected)));
    }

    private Optional<IndividualEnrollment> find(String id) {
        return seen(stores -> stores.enrollments().find(new RegistrationId(id)));
    }

    private Optional<String> etag(String id) {
        return find(id).map(entry -> entry.stamp().etag().value());
    }
}
