package io.fairlead.adapters.wire.enrollment;

import static io.fairlead.domain.fixture.SomeTpms.PUBLISHED_ENDORSEMENT_KEY;
import static io.fairlead.domain.fixture.SomeTpms.publishedEndorsementKey;
import static io.fairlead.domain.fixture.SomeTpms.someRootKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.AttestationDraft;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.RegistrationId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the TPM of an entry is read and told. */
class TpmJsonTest {
    private static final ApiVersion VERSION = ApiVersion.parse("2021-10-01");
    private static final String ENTRY = "{\"%s\":\"dev-1\",\"attestation\":{\"type\":\"tpm\",\"tpm\":{%s}}}";
    private static final String KEY = "\"endorsementKey\":\"" + PUBLISHED_ENDORSEMENT_KEY + "\"";

    @Test
    void bothKeysShouldBeShownAndTheSecretNever() {
        TpmAttestation attestation =
                new TpmAttestation(publishedEndorsementKey(), Optional.of(someRootKey()), SomeKeys.key("secret"));

        assertThat(new String(AttestationJson.write(attestation), UTF_8))
                .isEqualTo("{\"type\":\"tpm\",\"tpm\":{\"endorsementKey\":\"" + PUBLISHED_ENDORSEMENT_KEY
                        + "\",\"storageRootKey\":\"" + someRootKey().base64() + "\"}}");
    }

    @Test
    void storageRootKeyShouldBeLeftOutWhereThereIsNone() {
        assertThat(draft(KEY)).isEqualTo(new AttestationDraft.Tpm(publishedEndorsementKey(), Optional.empty()));
        assertThat(draft(KEY + ",\"storageRootKey\":\"\"").storageRootKey()).isEmpty();
        assertThat(draft(KEY + ",\"storageRootKey\":null").storageRootKey()).isEmpty();
        assertThat(draft(KEY + ",\"storageRootKey\":\"" + someRootKey().base64() + "\"")
                        .storageRootKey())
                .contains(someRootKey());
    }

    @Test
    void groupsShouldBeRefused() {
        byte[] body = ENTRY.formatted("enrollmentGroupId", KEY).getBytes(UTF_8);
        assertThatThrownBy(() -> EnrollmentBody.group(body, new EnrollmentGroupId("dev-1"), VERSION))
                .isInstanceOf(ProvisioningException.class)
                .hasMessageContaining("a TPM belongs to an individual enrollment");
    }

    private static AttestationDraft.Tpm draft(String members) {
        byte[] body = ENTRY.formatted("registrationId", members).getBytes(UTF_8);
        return (AttestationDraft.Tpm) EnrollmentBody.individual(body, new RegistrationId("dev-1"), VERSION)
                .attestation();
    }
}
