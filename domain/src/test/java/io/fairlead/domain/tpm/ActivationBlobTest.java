package io.fairlead.domain.tpm;

import static io.fairlead.domain.fixture.SomeTpms.keys;
import static io.fairlead.domain.fixture.SomeTpms.otherTpm;
import static io.fairlead.domain.fixture.SomeTpms.someTpm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.domain.fixture.SoftwareTpm;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationBlobTest {
    private static final String PURPOSE = "0ne00000001/registrations/a-device";

    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest(name = "a key of {0} bytes")
    @ValueSource(ints = {1, 32, 64})
    void wrapShouldBringTheKeyToItsTpm(int bytes) {
        byte[] key = Draw.bytes(bytes, random);
        SoftwareTpm tpm = someTpm();
        tpm.activate(blob(tpm, key));
        assertThat(tpm.identityKey()).isEqualTo(key);
        assertThat(tpm.purpose()).isEqualTo(PURPOSE);
    }

    @ParameterizedTest(name = "RSA-{0}, SHA-{1}, AES-{2}")
    @CsvSource({"2048, 384, 256", "3072, 256, 128", "2048, 512, 256"})
    void wrapShouldServeOtherKindsOfTpm(int rsaBits, int hashBits, int aesBits) {
        byte[] key = Draw.bytes(32, random);
        SoftwareTpm tpm = SoftwareTpm.of(rsaBits, hashBits, aesBits);
        tpm.activate(blob(tpm, key));
        assertThat(tpm.identityKey()).isEqualTo(key);
    }

    @Test
    void wrapShouldGiveAnotherBlobEachTime() {
        byte[] key = Draw.bytes(32, random);
        byte[] first = blob(someTpm(), key);
        byte[] second = blob(someTpm(), key);
        assertThat(second).hasSameSizeAs(first).isNotEqualTo(first);
        someTpm().activate(second);
        assertThat(someTpm().identityKey()).isEqualTo(key);
    }

    @Test
    void activateShouldFailWhenTheEndorsementKeyIsAnothers() {
        byte[] blob = blob(someTpm(), Draw.bytes(32, random));
        SoftwareTpm impostor = someTpm().withEndorsementOf(otherTpm());
        assertThatThrownBy(() -> impostor.activate(blob)).hasMessageContaining("seed cannot be decrypted");
    }

    @Test
    void activateShouldFailWhenTheRootIsAnother() {
        byte[] blob = blob(someTpm(), Draw.bytes(32, random));
        SoftwareTpm cleared = someTpm().cleared();
        assertThatThrownBy(() -> cleared.activate(blob)).hasMessageContaining("outer integrity is wrong");
    }

    @Test
    void wrapShouldRefuseWhatTpmsCannotTake() {
        TpmKeys tpm = keys(someTpm());
        Octets key = Octets.of(new byte[32]);
        assertThatThrownBy(() -> ActivationBlob.wrap(tpm, key, "x".repeat(1025), random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ActivationBlob.wrap(tpm, Octets.of(new byte[65]), PURPOSE, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ActivationBlob.wrap(tpm, Octets.NONE, PURPOSE, random))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] blob(SoftwareTpm tpm, byte[] key) {
        return ActivationBlob.wrap(keys(tpm), Octets.of(key), PURPOSE, random).bytes();
    }
}
