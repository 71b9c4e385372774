package io.fairlead.domain.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TpmIdentityTest {
    private static final RegistrationId ID = new RegistrationId("some-device");
    private static final DeviceId DEVICE = new DeviceId("some-device");

    private final TpmIdentity identity = new TpmIdentity(SomeKeys.key("secret"));

    @Test
    void hubKeyShouldBeOneForEachPlace() {
        SymmetricKey key = identity.hubKey(SomeHubs.HUB_A, DEVICE);

        assertThat(key.bytes()).hasSize(32);
        assertThat(identity.hubKey(SomeHubs.HUB_A, DEVICE)).isEqualTo(key);
        assertThat(identity.hubKey(SomeHubs.HUB_B, DEVICE)).isNotEqualTo(key);
        assertThat(identity.hubKey(SomeHubs.HUB_A, new DeviceId("Some-Device"))).isNotEqualTo(key);
        assertThat(new TpmIdentity(SomeKeys.key("other")).hubKey(SomeHubs.HUB_A, DEVICE))
                .isNotEqualTo(key);
    }

    @Test
    void challengeKeyShouldChangeEachHourAndNotWithTheCaseOfTheId() {
        SymmetricKey key = identity.challengeKey(ID, SomeMoments.NOW);

        assertThat(identity.challengeKey(new RegistrationId("SOME-device"), SomeMoments.NOW))
                .isEqualTo(key);
        assertThat(identity.challengeKey(ID, SomeMoments.NOW.plus(Duration.ofHours(1))))
                .isNotEqualTo(key);
        assertThat(identity.challengeKey(new RegistrationId("other-device"), SomeMoments.NOW))
                .isNotEqualTo(key);
    }

    @Test
    void fingerprintShouldRevealNothingAndTellSecretsApart() {
        assertThat(identity.fingerprint())
                .hasSize(64)
                .isNotEqualTo(new TpmIdentity(SomeKeys.key("other")).fingerprint())
                .isNotEqualTo(identity.on(SomeHubs.HUB_A, DEVICE).fingerprint());
    }
}
