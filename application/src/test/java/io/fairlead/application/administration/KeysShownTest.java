package io.fairlead.application.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.fake.StoreFaults;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.domain.attestation.SymmetricKeyAttestation;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever reads secrets leaves a trace, or does not get them. */
class KeysShownTest {
    private static final RegistrationId DEVICE = new RegistrationId("some-device");
    private static final EnrollmentGroupId GROUP = new EnrollmentGroupId("some-device");

    private final Scene scene = new Scene();
    private final IndividualEnrollments entries =
            new IndividualEnrollmentService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());
    private final EnrollmentGroups groups =
            new EnrollmentGroupService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());

    @Test
    void attestationShouldShowTheKeysAndLeaveATrace() {
        entries.put(
                DEVICE,
                SomeDrafts.aDraft().withKeys(SomeKeys.otherKeys()).build(),
                Precondition.NONE,
                SomeDrafts.ALICE);

        assertThat(entries.attestation(DEVICE, "reader")).isEqualTo(new SymmetricKeyAttestation(SomeKeys.otherKeys()));
        entries.attestation(DEVICE, "reader");

        assertThat(trail(AuditSubject.device(DEVICE))).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.decision()).isEqualTo("KEYS_SHOWN");
            assertThat(entry.actor()).contains("reader");
            assertThat(entry.toString())
                    .doesNotContain(SomeKeys.otherKeys().primary().base64());
        });
        assertThat(trail(AuditSubject.group(GROUP))).isEmpty();
    }

    @Test
    void attestationOfAGroupShouldLeaveItsTraceAtTheGroup() {
        groups.put(
                GROUP, SomeDrafts.aDraft().withKeys(SomeKeys.otherKeys()).build(), Precondition.NONE, SomeDrafts.ALICE);

        assertThat(groups.attestation(GROUP, "reader")).isEqualTo(new SymmetricKeyAttestation(SomeKeys.otherKeys()));

        assertThat(trail(AuditSubject.group(GROUP)))
                .extracting(AuditEntry::decision)
                .containsExactly("KEYS_SHOWN");
        assertThat(trail(AuditSubject.device(DEVICE))).isEmpty();
    }

    @Test
    void attestationShouldShowNothingWhenTheTraceCannotBeKept() {
        entries.put(DEVICE, SomeDrafts.aDraft().build(), Precondition.NONE, SomeDrafts.ALICE);
        scene.count().fail(call -> call == StoreFaults.Call.BEFORE_WRITE);

        assertThatExceptionOfType(ProvisioningException.class).isThrownBy(() -> entries.attestation(DEVICE, "reader"));
    }

    @Test
    void attestationShouldBeRefusedWhenThereIsNoEntry() {
        assertThatExceptionOfType(ProvisioningException.class).isThrownBy(() -> entries.attestation(DEVICE, "reader"));
        assertThat(trail(AuditSubject.device(DEVICE))).isEmpty();
    }

    /** A GET shows blank keys; written back they keep the stored ones, and must not be a way to read them. */
    @Test
    void putShouldShowTheKeysThatItMadeOrWasSentAlone() {
        assertThat(put(SomeDrafts.aDraft()).showsKeys()).isTrue();
        assertThat(put(SomeDrafts.aDraft()).showsKeys()).isFalse();
        assertThat(put(SomeDrafts.aDraft().withKeys(SomeKeys.otherKeys())).showsKeys())
                .isTrue();
        assertThat(put(SomeDrafts.aDraft().withDeviceId("pump-7")).showsKeys()).isFalse();
    }

    private SavedEntry<IndividualEnrollment> put(SomeDrafts.Builder draft) {
        return entries.put(DEVICE, draft.build(), Precondition.NONE, SomeDrafts.ALICE);
    }

    /** Without what the entry was made by. */
    private List<AuditEntry> trail(AuditSubject subject) {
        return scene.database().read(stores -> stores.audit().of(subject, PageRequest.first(100))).items().stream()
                .filter(entry -> !entry.decision().startsWith("ENROLLMENT_"))
                .toList();
    }
}
