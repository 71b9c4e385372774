package io.fairlead.application.administration;

import static io.fairlead.domain.fixture.SomeTpms.publishedEndorsementKey;
import static io.fairlead.domain.fixture.SomeTpms.someRootKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.tpm.EndorsementKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Saving entries by TPM: each endorsement key in one entry only. */
class TpmEnrollmentTest {
    private static final RegistrationId ID = new RegistrationId("some-device");
    private static final RegistrationId OTHER = new RegistrationId("other-device");
    private static final EndorsementKey KEY = publishedEndorsementKey();
    private static final EndorsementKey OTHER_KEY =
            EndorsementKey.read(someRootKey().bytes());

    private final Scene scene = new Scene();
    private final IndividualEnrollments entries =
            new IndividualEnrollmentService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());

    @Test
    void putShouldKeepBothKeysAndMakeASecret() {
        TpmAttestation saved = put(ID, KEY);

        assertThat(saved.endorsementKey()).isEqualTo(KEY);
        assertThat(saved.storageRootKey()).contains(someRootKey());
        assertThat(saved.secret().bytes()).hasSize(64);
    }

    @Test
    void putShouldKeepTheSecretOfTheSameTpm() {
        assertThat(put(ID, KEY)).isEqualTo(put(ID, KEY));
    }

    @Test
    void putShouldMakeANewSecretForAnotherTpm() {
        TpmAttestation before = put(ID, KEY);
        TpmAttestation after = put(ID, OTHER_KEY);

        assertThat(after.endorsementKey()).isEqualTo(OTHER_KEY);
        assertThat(after.secret()).isNotEqualTo(before.secret());
    }

    @Test
    void putShouldBeRefusedWhenAnotherEntryHoldsTheEndorsementKey() {
        put(ID, KEY);

        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(() -> put(OTHER, KEY))
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.CONFLICT))
                .withMessageContaining("individual enrollment 'some-device'");
    }

    @Test
    void endorsementKeyShouldBeFreeWhenItsEntryNoLongerHoldsIt() {
        put(ID, KEY);
        put(ID, OTHER_KEY);
        put(OTHER, KEY);
        entries.delete(OTHER, Precondition.NONE, SomeDrafts.ALICE);

        assertThat(put(new RegistrationId("third-device"), KEY).endorsementKey())
                .isEqualTo(KEY);
    }

    private TpmAttestation put(RegistrationId id, EndorsementKey key) {
        AttestationDraft.Tpm tpm = new AttestationDraft.Tpm(key, Optional.of(someRootKey()));
        entries.put(id, SomeDrafts.aDraft().withAttestation(tpm).build(), Precondition.NONE, SomeDrafts.ALICE);
        return (TpmAttestation) entries.get(id).enrollment().terms().attestation();
    }
}
