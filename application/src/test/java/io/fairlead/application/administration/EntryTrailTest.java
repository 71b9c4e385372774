package io.fairlead.application.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.administration.BulkItem.Create;
import io.fairlead.application.administration.BulkItem.Delete;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every change of an entry leaves one audit entry that says whose it was and what changed. */
class EntryTrailTest {
    private static final RegistrationId DEVICE = new RegistrationId("some-device");
    private static final EnrollmentGroupId GROUP = new EnrollmentGroupId("some-group");

    private final Scene scene = new Scene();
    private final IndividualEnrollments entries =
            new IndividualEnrollmentService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());
    private final EnrollmentGroups groups =
            new EnrollmentGroupService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());

    @Test
    void changeShouldSayWhatWasAndWhatIs() {
        put(SomeDrafts.aDraft().withHubs(SomeHubs.HUB_A));
        put(SomeDrafts.aDraft()
                .withHubs(SomeHubs.HUB_B)
                .withWebhook("https://allocate.example.com/?code=s3cret")
                .withPolicy(new ReprovisionPolicy(false, false))
                .withTags(SomeTwins.document("password", "s3cret"))
                .withKeys(SomeKeys.otherKeys()));

        List<AuditEntry> trail = trail(AuditSubject.device(DEVICE));
        assertThat(trail)
                .extracting(AuditEntry::decision)
                .containsExactlyInAnyOrder("ENROLLMENT_CREATED", "ENROLLMENT_CHANGED");
        assertThat(trail).allSatisfy(entry -> assertThat(entry.actor()).contains("alice"));
        assertThat(only(trail, "ENROLLMENT_CHANGED").inputs())
                .containsEntry("iotHubs", "[hub-a.example.com] -> [hub-b.example.com]")
                .containsEntry("allocationPolicy", "absent -> CUSTOM")
                .containsEntry(
                        "customAllocationDefinition", "absent -> https://allocate.example.com/?*** at 2021-10-01")
                .containsEntry("attestation", "changed")
                .containsEntry("initialTwin", "changed")
                .containsKey("reprovisionPolicy")
                .doesNotContainKeys("provisioningStatus", "iotEdge", "deviceId");
        assertThat(only(trail, "ENROLLMENT_CREATED").inputs())
                .isEqualTo(
                        Map.of("iotHubs", "[hub-a.example.com]", "iotEdge", "false", "provisioningStatus", "ENABLED"));
        assertThat(trail.toString())
                .doesNotContain("s3cret", SomeKeys.otherKeys().primary().base64());
    }

    @Test
    void removalShouldLeaveATraceAndARefusalNone() {
        put(SomeDrafts.aDraft());
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(() -> entries.delete(DEVICE, Precondition.version(new ETag("stale")), SomeDrafts.ALICE));
        entries.delete(DEVICE, Precondition.NONE, SomeDrafts.ALICE);
        assertThat(trail(AuditSubject.device(DEVICE)))
                .extracting(AuditEntry::decision)
                .containsExactlyInAnyOrder("ENROLLMENT_CREATED", "ENROLLMENT_REMOVED");
    }

    @Test
    void bulkShouldLeaveATraceOfEachItemThatWasDone() {
        groups.apply(
                new BulkChange<>(List.of(
                        new Create<>(GROUP, SomeDrafts.aDraft().build()),
                        new Delete<>(new EnrollmentGroupId("nobody")))),
                SomeDrafts.ALICE);
        groups.apply(new BulkChange<>(List.of(new Delete<>(GROUP))), SomeDrafts.ALICE);
        assertThat(trail(AuditSubject.group(GROUP)))
                .extracting(AuditEntry::decision)
                .containsExactlyInAnyOrder("ENROLLMENT_CREATED", "ENROLLMENT_REMOVED");
        assertThat(trail(AuditSubject.group(new EnrollmentGroupId("nobody")))).isEmpty();
    }

    private void put(SomeDrafts.Builder draft) {
        entries.put(DEVICE, draft.build(), Precondition.NONE, SomeDrafts.ALICE);
    }

    private static AuditEntry only(List<AuditEntry> trail, String decision) {
        return trail.stream()
                .filter(entry -> entry.decision().equals(decision))
                .findFirst()
                .orElseThrow();
    }

    private List<AuditEntry> trail(AuditSubject subject) {
        return scene.database()
                .read(stores -> stores.audit().of(subject, PageRequest.first(100)))
                .items();
    }
}
