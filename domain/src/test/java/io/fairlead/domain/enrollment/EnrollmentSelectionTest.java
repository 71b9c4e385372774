package io.fairlead.domain.enrollment;

import static io.fairlead.domain.fixture.SomeEnrollments.anEnrollment;
import static io.fairlead.domain.fixture.SomeGroups.aGroup;
import static io.fairlead.domain.fixture.SomeMoments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.IdentityClaim;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.Trust;
import io.fairlead.domain.enrollment.EnrollmentSelection.Disabled;
import io.fairlead.domain.enrollment.EnrollmentSelection.Entitled;
import io.fairlead.domain.enrollment.EnrollmentSelection.NotEntitled;
import io.fairlead.domain.enrollment.EnrollmentSelection.Outcome;
import io.fairlead.domain.fixture.SomeCertificates;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which entry speaks for a device: its own before any group, and whatever that says is final. */
class EnrollmentSelectionTest {
    private static final RegistrationId ID = new RegistrationId("device-1");
    private static final SymmetricKeys OWN = SomeKeys.keys("own");
    private static final SymmetricKeys GROUP = SomeKeys.keys("group");
    private static final SymmetricKeys OTHER_GROUP = SomeKeys.keys("other group");
    private static final IndividualEnrollment INDIVIDUAL =
            anEnrollment().withId("device-1").withKeys(OWN).build();
    private static final EnrollmentGroup THE_GROUP =
            aGroup().withId("group-1").withKeys(GROUP).build();
    private static final EnrollmentGroup OTHER =
            aGroup().withId("group-2").withKeys(OTHER_GROUP).build();
    private static final DeviceProof OWN_TOKEN = SomeProofs.token(OWN.primary(), ID);
    private static final DeviceProof GROUP_TOKEN =
            SomeProofs.token(GROUP.derivedFor("device-1").primary(), ID);

    @Test
    void individualEntryShouldSpeakForItsDevice() {
        assertThat(select(INDIVIDUAL, OWN_TOKEN)).isEqualTo(new Entitled(INDIVIDUAL, new KeyCredential(OWN)));
    }

    @Test
    void individualEntryShouldSpeakBeforeAnyGroup() {
        assertThat(select(INDIVIDUAL, OWN_TOKEN, THE_GROUP)).isInstanceOf(Entitled.class);
        assertThat(select(INDIVIDUAL, GROUP_TOKEN, THE_GROUP)).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @Test
    void disabledIndividualEntryShouldBanDeviceOfGroup() {
        IndividualEnrollment ban =
                anEnrollment().withId("device-1").withKeys(OWN).disabled().build();
        assertThat(select(ban, OWN_TOKEN, THE_GROUP)).isEqualTo(new Disabled(ban));
        assertThat(select(ban, GROUP_TOKEN, THE_GROUP)).isNotInstanceOf(Entitled.class);
    }

    @Test
    void strangerShouldNotLearnThatEntryIsDisabled() {
        IndividualEnrollment ban =
                anEnrollment().withId("device-1").withKeys(OWN).disabled().build();
        DeviceProof forged = SomeProofs.token(SomeKeys.key("stranger"), ID);
        assertThat(select(ban, forged)).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @Test
    void groupShouldBeFoundWhicheverPlaceItHas() {
        DeviceCredential derived = new KeyCredential(GROUP.derivedFor("device-1"));
        assertThat(select(null, GROUP_TOKEN, THE_GROUP, OTHER)).isEqualTo(new Entitled(THE_GROUP, derived));
        assertThat(select(null, GROUP_TOKEN, OTHER, THE_GROUP)).isEqualTo(new Entitled(THE_GROUP, derived));
    }

    @Test
    void disabledGroupShouldLetNobodyIn() {
        EnrollmentGroup closed =
                aGroup().withId("group-1").withKeys(GROUP).disabled().build();
        assertThat(select(null, GROUP_TOKEN, OTHER, closed)).isEqualTo(new Disabled(closed));
    }

    @Test
    void deviceOfNoGroupShouldNotBeEntitled() {
        DeviceProof stranger = SomeProofs.token(SomeKeys.key("stranger"), ID);
        assertThat(select(null, stranger, THE_GROUP, OTHER)).isEqualTo(not(Reason.WRONG_SIGNATURE));
        assertThat(select(null, stranger)).isEqualTo(new NotEntitled(Optional.empty()));
        assertThat(select(null, new DeviceProof.None(), THE_GROUP)).isEqualTo(not(Reason.NOTHING_SHOWN));
    }

    @Test
    void expiredTokenShouldBeToldAsSuch() {
        DeviceProof expired = SomeProofs.token(GROUP.derivedFor("device-1").primary(), ID, NOW);
        assertThat(select(null, expired, OTHER, THE_GROUP)).isEqualTo(not(Reason.EXPIRED));
        assertThat(select(null, expired, THE_GROUP, OTHER)).isEqualTo(not(Reason.EXPIRED));
        DeviceProof own = SomeProofs.token(OWN.primary(), ID, NOW);
        assertThat(select(INDIVIDUAL, own)).isEqualTo(not(Reason.EXPIRED));
    }

    @Test
    void holderOfTheChainsNearestCertificateShouldSpeakAlone() {
        CertificateProof shown = new CertificateProof(new CertificateChain(List.of(SomeCertificates.SOME_DEVICE)));
        assertThat(select(null, shown, closed("group-1"), THE_GROUP)).isEqualTo(not(Reason.TOKEN_DUE));
        IdentityClaim claim = new IdentityClaim(SomeProofs.SCOPE, ID, shown, NOW);
        assertThat(EnrollmentSelection.select(Optional.empty(), List.of(INDIVIDUAL, THE_GROUP), claim, Trust.NONE))
                .isEqualTo(not(Reason.CERTIFICATE_OF_ANOTHER));
    }

    @Test
    void certificateThatNobodyKnowsShouldBeToldWhy() {
        CertificateChain alone = new CertificateChain(List.of(SomeCertificates.SOME_DEVICE));
        CertificateChain unordered =
                new CertificateChain(List.of(SomeCertificates.SOME_DEVICE, SomeCertificates.OTHER_DEVICE));
        assertThat(select(null, new CertificateProof(alone))).isEqualTo(not(Reason.SELF_SIGNED));
        assertThat(select(null, new CertificateProof(unordered))).isEqualTo(not(Reason.CHAIN_OUT_OF_ORDER));
    }

    private static EnrollmentGroup closed(String id) {
        return aGroup().withId(id).withKeys(GROUP).disabled().build();
    }

    private static Outcome select(IndividualEnrollment individual, DeviceProof proof, EnrollmentGroup... groups) {
        return EnrollmentSelection.select(
                Optional.ofNullable(individual),
                List.of(groups),
                new IdentityClaim(SomeProofs.SCOPE, ID, proof, NOW),
                Trust.NONE);
    }

    private static NotEntitled not(Reason reason) {
        return new NotEntitled(Optional.of(reason));
    }
}
