package io.fairlead.domain.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fairlead.domain.fixture.SomeKeys;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys are 16 to 64 bytes, keep the text they were given in, and are never printed. */
class SymmetricKeyTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 17, 32, 63, 64})
    void keyShouldHold(int bytes) {
        assertThat(SymmetricKey.of(new byte[bytes]).bytes()).hasSize(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 65, 4096})
    void keyShouldBeRefusedWhenTooShortOrTooLong(int bytes) {
        String text = Base64.getEncoder().encodeToString(new byte[bytes]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SymmetricKey(text))
                .withMessageContaining("16 to 64 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "AAAAAAAAAAAAAAAAAAAAA", "AAAA_AAA-AAAAAAAAAAAAAAA"})
    void keyShouldBeRefusedWhenNotBase64(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SymmetricKey(text))
                .withMessageContaining("valid base64");
    }

    @Test
    void keyShouldNotPrintItselfNorWhateverHoldsIt() {
        SymmetricKeys keys = SomeKeys.someKeys();
        assertThat(new SymmetricKeyAttestation(keys).toString())
                .doesNotContain(keys.primary().base64(), keys.secondary().base64())
                .contains("***");
    }

    @Test
    void fingerprintShouldTellCredentialsApartAndRevealNothing() {
        DeviceCredential credential = SomeKeys.someCredential();
        SymmetricKeys keys = SomeKeys.someKeys();
        DeviceCredential swapped = new KeyCredential(new SymmetricKeys(keys.secondary(), keys.primary()));
        assertThat(credential.fingerprint())
                .isEqualTo(SomeKeys.someCredential().fingerprint())
                .isNotEqualTo(SomeKeys.otherCredential().fingerprint())
                .isNotEqualTo(swapped.fingerprint())
                .hasSize(64)
                .doesNotContain(keys.primary().base64());
    }
}
