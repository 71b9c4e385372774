package io.fairlead.application.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fairlead.application.administration.BulkItem.Broken;
import io.fairlead.application.administration.BulkItem.Create;
import io.fairlead.application.administration.BulkItem.Delete;
import io.fairlead.application.administration.BulkItem.Update;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several changes at once: each for itself, all in one transaction. */
class BulkChangeTest {
    private static final RegistrationId STORED = new RegistrationId("stored");
    private static final RegistrationId ABSENT = new RegistrationId("absent");

    private final Scene scene = new Scene();
    private final IndividualEnrollments entries =
            new IndividualEnrollmentService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());
    private final EnrollmentGroups groups =
            new EnrollmentGroupService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());
    private IndividualEnrollment stored;

    @BeforeEach
    void store() {
        stored = entries.put(STORED, aDraft(), Precondition.NONE, SomeDrafts.ALICE)
                .entry();
    }

    @Test
    void createShouldAddWhatIsAbsentAndRefuseWhatIsThere() {
        List<Optional<Problem.Kind>> outcomes =
                apply(List.of(new Create<>(ABSENT, aDraft()), new Create<>(new RegistrationId("STORED"), aDraft())));

        assertThat(outcomes).containsExactly(Optional.empty(), Optional.of(Problem.Kind.CONFLICT));
        assertThat(entries.get(ABSENT).enrollment().registrationId()).isEqualTo(ABSENT);
        assertThat(entries.get(STORED).enrollment()).isEqualTo(stored);
    }

    @Test
    void updateShouldReplaceWhatIsThereAtAnyVersionAndRefuseWhatIsAbsent() {
        List<Optional<Problem.Kind>> outcomes = apply(List.of(
                new Update<>(STORED, renamed(), Precondition.NONE),
                new Update<>(ABSENT, renamed(), Precondition.NONE)));

        assertThat(outcomes).containsExactly(Optional.empty(), Optional.of(Problem.Kind.NOT_FOUND));
        assertThat(entries.get(STORED).enrollment().deviceId()).contains(new DeviceId("renamed"));
        assertThat(entries.get(STORED).enrollment().terms().attestation())
                .isEqualTo(stored.terms().attestation());
    }

    @Test
    void updateShouldHoldTheVersionThatIsAskedFor() {
        Precondition current = Precondition.version(stored.stamp().etag());
        Precondition stale = Precondition.version(new ETag("stale"));

        assertThat(apply(List.of(new Update<>(STORED, renamed(), stale))))
                .containsExactly(Optional.of(Problem.Kind.PRECONDITION_FAILED));
        assertThat(apply(List.of(new Update<>(STORED, renamed(), current)))).containsExactly(Optional.empty());
    }

    @Test
    void deleteShouldRemoveWhatIsThereAndRefuseWhatIsAbsent() {
        List<Optional<Problem.Kind>> outcomes = apply(List.of(new Delete<>(ABSENT), new Delete<>(STORED)));

        assertThat(outcomes).containsExactly(Optional.of(Problem.Kind.NOT_FOUND), Optional.empty());
        assertThatExceptionOfType(ProvisioningException.class).isThrownBy(() -> entries.get(STORED));
    }

    @Test
    void neighboursShouldNotSufferForABrokenItemOrABrokenRule() {
        EnrollmentDraft unsound =
                SomeDrafts.aDraft().withAllocation(AllocationPolicy.STATIC).build();
        Broken<RegistrationId> broken =
                new Broken<>(new RegistrationId("broken"), Problem.field("attestation", "is missing"));

        List<Optional<Problem.Kind>> outcomes = apply(
                List.of(broken, new Create<>(new RegistrationId("unsound"), unsound), new Create<>(ABSENT, aDraft())));

        assertThat(outcomes)
                .containsExactly(
                        Optional.of(Problem.Kind.INVALID), Optional.of(Problem.Kind.INVALID), Optional.empty());
        assertThat(entries.get(ABSENT).enrollment().registrationId()).isEqualTo(ABSENT);
    }

    @Test
    void applyShouldBeOneTransaction() {
        scene.count().reset();

        apply(List.of(
                new Create<>(ABSENT, aDraft()), new Delete<>(STORED), new Delete<>(new RegistrationId("nobody"))));

        assertThat(scene.count().commits()).isEqualTo(1);
    }

    @Test
    void groupsShouldBeChangedTheSameWay() {
        EnrollmentGroupId id = new EnrollmentGroupId("fleet");

        assertThat(outcomes(groups.apply(new BulkChange<>(List.of(new Create<>(id, aDraft()))), SomeDrafts.ALICE)))
                .containsExactly(Optional.empty());
        assertThat(outcomes(groups.apply(new BulkChange<>(List.of(new Create<>(id, aDraft()))), SomeDrafts.ALICE)))
                .containsExactly(Optional.of(Problem.Kind.CONFLICT));
        assertThat(outcomes(groups.apply(new BulkChange<>(List.of(new Delete<>(id))), SomeDrafts.ALICE)))
                .containsExactly(Optional.empty());
        assertThat(outcomes(groups.apply(
                        new BulkChange<>(List.of(new Update<>(id, aDraft(), Precondition.NONE))), SomeDrafts.ALICE)))
                .containsExactly(Optional.of(Problem.Kind.NOT_FOUND));
    }

    @Test
    void changeShouldHoldOneToTenItemsEachAboutAnotherEntry() {
        List<BulkItem<RegistrationId>> eleven = IntStream.rangeClosed(1, 11)
                .<BulkItem<RegistrationId>>mapToObj(i -> new Delete<>(new RegistrationId("d" + i)))
                .toList();
        List<BulkItem<RegistrationId>> twice =
                List.of(new Delete<>(STORED), new Delete<>(new RegistrationId("Stored")));

        assertThatIllegalArgumentException().isThrownBy(() -> new BulkChange<>(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new BulkChange<>(eleven));
        assertThatIllegalArgumentException().isThrownBy(() -> new BulkChange<>(twice));
        assertThat(new BulkChange<>(eleven.subList(0, 10)).items()).hasSize(10);
    }

    private List<Optional<Problem.Kind>> apply(List<BulkItem<RegistrationId>> items) {
        return outcomes(entries.apply(new BulkChange<>(items), SomeDrafts.ALICE));
    }

    private static <I> List<Optional<Problem.Kind>> outcomes(List<BulkOutcome<I>> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.refusal().map(Problem::kind))
                .toList();
    }

    private static EnrollmentDraft aDraft() {
        return SomeDrafts.aDraft().build();
    }

    private static EnrollmentDraft renamed() {
        return SomeDrafts.aDraft().withDeviceId("renamed").build();
    }
}
