package io.fairlead.domain.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.fixture.SomeKeys;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Devices are shipped with keys that other tools derived, so ours must come out the same. */
class DerivedKeyTest {
    /** The example of the DPS documentation, "How to provision devices using symmetric key enrollment groups". */
    private static final SymmetricKey GROUP_KEY = new SymmetricKey(
            "8isrFI1sGsIlvvFSSFRiMfCNzv21fjbE/+ah/lSh3lF8e2YG1Te7w1KpZhJFFXJrqYKi9yegxkqIChbqOS9Egw==");

    private static final String ID = "sn-007-888-abc-mac-a1-b2-c3-d4-e5-f6";
    private static final String DEVICE_KEY = "Jsm0lyGpjaVYVP2g3FnmnmG9dI/9qU24wNoykUmermc=";

    @Test
    void deriveShouldReproduceThePublishedExample() {
        assertThat(DerivedKey.derive(GROUP_KEY, ID)).isEqualTo(new SymmetricKey(DEVICE_KEY));
    }

    @Test
    void deriveShouldDependOnTheCaseOfTheId() {
        assertThat(DerivedKey.derive(GROUP_KEY, ID.toUpperCase(Locale.ROOT)))
                .isNotEqualTo(new SymmetricKey(DEVICE_KEY));
    }

    @Test
    void derivedForShouldDeriveBothKeysOfThePair() {
        SymmetricKeys derived = new SymmetricKeys(SomeKeys.key("x"), GROUP_KEY).derivedFor(ID);
        assertThat(derived.secondary().base64()).isEqualTo(DEVICE_KEY);
        assertThat(derived.primary()).isEqualTo(DerivedKey.derive(SomeKeys.key("x"), ID));
    }
}
