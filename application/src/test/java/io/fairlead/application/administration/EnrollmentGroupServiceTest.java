package io.fairlead.application.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnrollmentGroupServiceTest {
    private static final EnrollmentGroupId ID = new EnrollmentGroupId("some-group");

    private final Scene scene = new Scene();
    private final EnrollmentGroups groups =
            new EnrollmentGroupService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());

    @Test
    void putShouldGenerateKeysOnceAndKeepThem() {
        EnrollmentGroup created = put(SomeDrafts.aDraft(), Precondition.NONE);

        EnrollmentGroup replaced =
                put(SomeDrafts.aDraft(), Precondition.version(created.stamp().etag()));

        assertThat(replaced.terms().attestation()).isEqualTo(created.terms().attestation());
        assertThat(replaced.stamp().etag()).isNotEqualTo(created.stamp().etag());
        assertThat(groups.get(ID)).isEqualTo(replaced);
    }

    @Test
    void putShouldRemoveThePolicyWhenANewerClientLeavesItOut() {
        put(SomeDrafts.aDraft().withPolicy(new ReprovisionPolicy(false, false)), Precondition.NONE);

        assertThat(put(SomeDrafts.aDraft(), Precondition.NONE).terms().reprovisionPolicy())
                .isEmpty();
    }

    @Test
    void putShouldBeRefusedWhenTheVersionIsAnother() {
        EnrollmentGroup created = put(SomeDrafts.aDraft(), Precondition.NONE);

        assertRefused(
                Problem.Kind.PRECONDITION_FAILED,
                () -> put(SomeDrafts.aDraft(), Precondition.version(new ETag("stale"))));
        assertThat(groups.get(ID)).isEqualTo(created);
    }

    @Test
    void putShouldBeRefusedWhenARuleIsBroken() {
        assertRefused(
                Problem.Kind.INVALID,
                () -> put(SomeDrafts.aDraft().withAllocation(AllocationPolicy.STATIC), Precondition.NONE));
    }

    @Test
    void deleteShouldLeaveTheRecordsAndDevicesOfItsMembers() {
        put(SomeDrafts.aDraft().withKeys(SomeKeys.keys("group")).withHubs(SomeHubs.HUB_A), Precondition.NONE);
        SceneDevice member =
                new SceneDevice(scene, "member", SomeKeys.keys("group").derivedFor("member"));
        assertThat(member.provision().status()).isEqualTo(OperationStatus.ASSIGNED);

        groups.delete(ID, Precondition.ANY_VERSION, SomeDrafts.ALICE);

        assertRefused(Problem.Kind.NOT_FOUND, () -> groups.get(ID));
        assertThat(member.record().assignment()).isPresent();
        assertThat(member.canConnectTo(SomeHubs.HUB_A)).isTrue();
        assertRefused(Problem.Kind.NOT_ENROLLED, member::register);
    }

    @Test
    void deleteShouldBeRefusedWhenThereIsNone() {
        assertRefused(Problem.Kind.NOT_FOUND, () -> groups.delete(ID, Precondition.NONE, SomeDrafts.ALICE));
    }

    private EnrollmentGroup put(SomeDrafts.Builder draft, Precondition precondition) {
        return groups.put(ID, draft.build(), precondition, SomeDrafts.ALICE).entry();
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable request) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(request)
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(kind));
    }
}
