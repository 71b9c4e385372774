package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeCertificates.SOME_AUTHORITY;
import static io.fairlead.domain.fixture.SomeGroups.aGroup;
import static io.fairlead.domain.fixture.SomeGroups.fullGroup;
import static io.fairlead.domain.fixture.SomeGroups.someGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.attestation.AuthorityReferences;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.SigningCertificates;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of enrollment groups promises. */
public interface EnrollmentGroupStoreContract extends DatabaseUnderTest {

    @Test
    default void findShouldReturnEveryFieldThatWasInserted() {
        EveryField.assertSet(fullGroup());
        insert(fullGroup());
        Kept.assertSame(find("Full-Group:1"), fullGroup());
    }

    @Test
    default void findShouldReturnNothingOptionalWhenNothingWasInserted() {
        insert(someGroup());
        Kept.assertSame(find("some-group"), someGroup());
    }

    @Test
    default void findShouldReturnTheCertificatesThatWereInserted() {
        EnrollmentGroup signed = aGroup().withId("signed")
                .withAttestation(new SigningCertificates(PrimarySecondary.of(SOME_AUTHORITY)))
                .build();
        EnrollmentGroup referring = aGroup().withId("referring")
                .withAttestation(new AuthorityReferences(
                        new PrimarySecondary<>(Optional.empty(), Optional.of(new CertificateName("Maker-2")))))
                .build();
        insert(signed);
        insert(referring);
        Kept.assertSame(find("signed"), signed);
        Kept.assertSame(find("referring"), referring);
    }

    @Test
    default void withSymmetricKeysShouldLeaveOutGroupsThatAttestOtherwise() {
        insert(aGroup().withId("signed")
                .withAttestation(new SigningCertificates(PrimarySecondary.of(SOME_AUTHORITY)))
                .build());
        insert(someGroup());
        assertThat(this.<List<EnrollmentGroup>>seen(stores -> stores.groups().withSymmetricKeys()))
                .containsExactly(someGroup());
    }

    @Test
    default void findShouldIgnoreCaseAndKeepTheWrittenOne() {
        insert(someGroup("Group-ABC"));
        Kept.assertSame(find("gROUP-abc"), someGroup("Group-ABC"));
    }

    @Test
    default void findShouldBeEmptyWhenAbsent() {
        insert(someGroup());
        assertThat(find("some-grou")).isEmpty();
    }

    @Test
    default void insertShouldBeRefusedWhenIdIsTaken() {
        insert(someGroup());
        EnrollmentGroup second =
                aGroup().withId("SOME-group").withETag("etag-2").build();
        assertThat(this.<Boolean>doing(stores -> stores.groups().insert(second)))
                .isFalse();
        Kept.assertSame(find("some-group"), someGroup());
    }

    @Test
    default void insertShouldSucceedOnceWhenManyRace() {
        List<Boolean> won = Race.among(
                Race.RACERS,
                racer -> doing(stores -> stores.groups()
                        .insert(aGroup().withETag("racer-" + racer).build())));
        assertThat(won).containsOnlyOnce(true);
        assertThat(etag("some-group")).hasValue("racer-" + won.indexOf(true));
    }

    @Test
    default void replaceShouldChangeEveryField() {
        EnrollmentGroup bare = aGroup().withId("Full-Group:1").withETag("bare").build();
        insert(bare);
        assertThat(replace(fullGroup(), "bare")).isTrue();
        Kept.assertSame(find("Full-Group:1"), fullGroup());
        assertThat(replace(bare, fullGroup().stamp().etag().value())).isTrue();
        Kept.assertSame(find("Full-Group:1"), bare);
    }

    @Test
    default void replaceShouldBeRefusedWhenVersionIsAnother() {
        insert(someGroup());
        EnrollmentGroup next = aGroup().withETag("etag-2").build();
        assertThat(replace(next, "etag-0")).isFalse();
        assertThat(replace(next, "ETAG-1")).isFalse();
        Kept.assertSame(find("some-group"), someGroup());
    }

    @Test
    default void replaceShouldBeRefusedWhenAbsent() {
        assertThat(replace(someGroup(), "etag-1")).isFalse();
        assertThat(find("some-group")).isEmpty();
    }

    @Test
    default void replaceShouldSucceedOnceWhenManyRaceFromOneVersion() {
        insert(someGroup());
        List<Boolean> won = Race.among(
                Race.RACERS,
                racer -> replace(aGroup().withETag("racer-" + racer).build(), "etag-1"));
        assertThat(won).containsOnlyOnce(true);
        assertThat(etag("some-group")).hasValue("racer-" + won.indexOf(true));
    }

    @Test
    default void removeShouldRemoveThisGroupOnly() {
        insert(someGroup());
        insert(someGroup("other"));
        assertThat(remove("SOME-GROUP", "etag-1")).isTrue();
        assertThat(find("some-group")).isEmpty();
        assertThat(find("other")).isPresent();
    }

    @Test
    default void removeShouldBeRefusedWhenVersionIsAnotherOrAbsent() {
        insert(someGroup());
        assertThat(remove("some-group", "etag-0")).isFalse();
        assertThat(remove("other", "etag-1")).isFalse();
        assertThat(find("some-group")).isPresent();
    }

    @Test
    default void removeAndReplaceShouldNotBothSucceedWhenTheyRace() {
        insert(someGroup());
        List<Boolean> won = Race.among(
                2,
                racer -> racer == 0
                        ? remove("some-group", "etag-1")
                        : replace(aGroup().withETag("etag-2").build(), "etag-1"));
        assertThat(won).containsOnlyOnce(true);
        assertThat(find("some-group").isPresent()).isEqualTo(won.get(1));
    }

    @Test
    default void versionsWithSymmetricKeysShouldFollowEveryChange() {
        insert(aGroup().withId("signed")
                .withAttestation(new SigningCertificates(PrimarySecondary.of(SOME_AUTHORITY)))
                .build());
        insert(someGroup("One"));
        insert(someGroup("two"));
        assertThat(versions())
                .isEqualTo(Map.of(
                        new EnrollmentGroupId("one"), someGroup().stamp().etag(),
                        new EnrollmentGroupId("two"), someGroup().stamp().etag()));
        replace(
                aGroup().withId("One").withETag("another").build(),
                someGroup().stamp().etag().value());
        remove("two", someGroup().stamp().etag().value());
        assertThat(versions()).isEqualTo(Map.of(new EnrollmentGroupId("one"), new ETag("another")));
    }

    @Test
    default void withSymmetricKeysShouldListAllById() {
        List<String> ids = List.of("ab", "A-b", "a:b", "a_B", "a.b", "B", "a", "c-1", "C-10", "c-2");
        ids.forEach(id -> insert(someGroup(id)));
        assertThat(this.<List<EnrollmentGroup>>seen(stores -> stores.groups().withSymmetricKeys()))
                .extracting(group -> group.groupId().value())
                .containsExactly("a", "A-b", "a.b", "a:b", "a_B", "ab", "B", "c-1", "C-10", "c-2");
    }

    @Test
    default void withSymmetricKeysShouldReturnEveryField() {
        insert(fullGroup());
        List<EnrollmentGroup> groups = seen(stores -> stores.groups().withSymmetricKeys());
        Kept.assertSame(groups.stream().findFirst(), fullGroup());
    }

    private void insert(EnrollmentGroup group) {
        assertThat(this.<Boolean>doing(stores -> stores.groups().insert(group))).isTrue();
    }

    private boolean replace(EnrollmentGroup group, String expected) {
        return doing(stores -> stores.groups().replace(group, new ETag(expected)));
    }

    private boolean remove(String id, String expected) {
        return doing(stores -> stores.groups().remove(new EnrollmentGroupId(id), new ETag(expected)));
    }

    private Map<EnrollmentGroupId, ETag> versions() {
        return seen(stores -> stores.groups().versionsWithSymmetricKeys());
    }

    private Optional<EnrollmentGroup> find(String id) {
        return seen(stores -> stores.groups().find(new EnrollmentGroupId(id)));
    }

    private Optional<String> etag(String id) {
        return find(id).map(entry -> entry.stamp().etag().value());
    }
}
