package io.fairlead.application.administration;

import static io.fairlead.domain.fixture.SomeCertificates.OTHER_DEVICE;
import static io.fairlead.domain.fixture.SomeCertificates.SOME_AUTHORITY;
import static io.fairlead.domain.fixture.SomeCertificates.SOME_DEVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.administration.AttestationDraft.CertificateDraft;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.domain.attestation.ClientCertificates;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.fixture.SomeAuthorities;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.RegistrationId;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Saving entries that hold certificates: each certificate in one entry only. */
class CertificateEnrollmentTest {
    private static final RegistrationId ID = new RegistrationId("some-device");
    private static final RegistrationId OTHER = new RegistrationId("other-device");
    private static final EnrollmentGroupId GROUP = new EnrollmentGroupId("some-group");

    private final Scene scene = new Scene();
    private final IndividualEnrollments entries =
            new IndividualEnrollmentService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());
    private final EnrollmentGroups groups =
            new EnrollmentGroupService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());

    @Test
    void putShouldKeepTheCertificatesAndReserveThem() {
        put(ID, SOME_DEVICE);

        assertThat(attestation()).isEqualTo(new ClientCertificates(PrimarySecondary.of(SOME_DEVICE)));
        assertThat(holder(SOME_DEVICE)).contains(EnrollmentRef.individual(ID));
    }

    @Test
    void putShouldBeRefusedWhenAnotherEntryHoldsTheCertificate() {
        put(ID, SOME_DEVICE);

        assertRefused(Problem.Kind.CONFLICT, () -> put(OTHER, SOME_DEVICE));
        assertRefused(Problem.Kind.CONFLICT, () -> putGroup(new AttestationDraft.Signers(drafts(SOME_DEVICE))));
        assertThat(holder(SOME_DEVICE)).contains(EnrollmentRef.individual(ID));
        assertRefused(Problem.Kind.NOT_FOUND, () -> entries.get(OTHER));
    }

    @Test
    void putShouldGiveUpWhatTheEntryNoLongerHolds() {
        put(ID, SOME_DEVICE);
        put(ID, OTHER_DEVICE);

        assertThat(holder(SOME_DEVICE)).isEmpty();
        put(OTHER, SOME_DEVICE);
        assertThat(holder(SOME_DEVICE)).contains(EnrollmentRef.individual(OTHER));
    }

    @Test
    void deleteShouldGiveUpTheCertificates() {
        put(ID, SOME_DEVICE);
        entries.delete(ID, Precondition.NONE, SomeDrafts.ALICE);
        assertThat(holder(SOME_DEVICE)).isEmpty();
    }

    @Test
    void putShouldTakeOverAReservationWhoseEntryDoesNotHoldTheCertificate() {
        put(OTHER, OTHER_DEVICE);
        scene.database()
                .write(stores ->
                        stores.reservations().reserve(SOME_DEVICE.thumbprint(), EnrollmentRef.individual(OTHER)));
        scene.database()
                .write(stores ->
                        stores.reservations().reserve(SOME_AUTHORITY.thumbprint(), EnrollmentRef.group(GROUP)));

        put(ID, SOME_DEVICE, SOME_AUTHORITY);

        assertThat(holder(SOME_DEVICE)).contains(EnrollmentRef.individual(ID));
        assertThat(holder(SOME_AUTHORITY)).contains(EnrollmentRef.individual(ID));
    }

    @Test
    void putShouldKeepAStoredCertificateThatIsOnlyDescribed() {
        put(ID, SOME_DEVICE);
        CertificateDraft described = CertificateDraft.described(SOME_DEVICE.thumbprint());

        put(ID, new AttestationDraft.Clients(PrimarySecondary.of(CertificateDraft.of(OTHER_DEVICE), described)));

        assertThat(attestation()).isEqualTo(new ClientCertificates(PrimarySecondary.of(OTHER_DEVICE, SOME_DEVICE)));
    }

    @Test
    void putShouldBeRefusedWhenADescriptionFitsNoStoredCertificate() {
        put(ID, SOME_DEVICE);
        CertificateDraft described = CertificateDraft.described(OTHER_DEVICE.thumbprint());

        assertRefused(
                Problem.Kind.INVALID, () -> put(ID, new AttestationDraft.Clients(PrimarySecondary.of(described))));
        assertRefused(
                Problem.Kind.INVALID, () -> put(OTHER, new AttestationDraft.Clients(PrimarySecondary.of(described))));
    }

    @Test
    void putShouldReserveTheCertificateOfAnAuthorityThatAGroupNames() {
        scene.database()
                .write(stores -> stores.authorities().insert(SomeAuthorities.unverified("ca-1", SOME_AUTHORITY)));

        putGroup(new AttestationDraft.References(PrimarySecondary.of(new CertificateName("CA-1"))));

        assertThat(holder(SOME_AUTHORITY)).contains(EnrollmentRef.group(GROUP));
        assertRefused(Problem.Kind.CONFLICT, () -> put(ID, SOME_AUTHORITY));
    }

    @Test
    void putShouldBeRefusedWhenAGroupNamesAnAuthorityThatIsNotThere() {
        assertRefused(
                Problem.Kind.INVALID,
                () -> putGroup(new AttestationDraft.References(PrimarySecondary.of(new CertificateName("nobody")))));
    }

    private void put(RegistrationId id, Certificate... certificates) {
        put(id, new AttestationDraft.Clients(drafts(certificates)));
    }

    private void put(RegistrationId id, AttestationDraft attestation) {
        entries.put(id, SomeDrafts.aDraft().withAttestation(attestation).build(), Precondition.NONE, SomeDrafts.ALICE);
    }

    private void putGroup(AttestationDraft attestation) {
        groups.put(
                GROUP, SomeDrafts.aDraft().withAttestation(attestation).build(), Precondition.NONE, SomeDrafts.ALICE);
    }

    private static PrimarySecondary<CertificateDraft> drafts(Certificate... certificates) {
        CertificateDraft first = CertificateDraft.of(certificates[0]);
        return certificates.length == 1
                ? PrimarySecondary.of(first)
                : PrimarySecondary.of(first, CertificateDraft.of(certificates[1]));
    }

    private Object attestation() {
        return entries.get(ID).enrollment().terms().attestation();
    }

    private Optional<EnrollmentRef> holder(Certificate certificate) {
        return scene.database().read(stores -> stores.reservations().holder(certificate.thumbprint()));
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable change) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(change)
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(kind));
    }
}
