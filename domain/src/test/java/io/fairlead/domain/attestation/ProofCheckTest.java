package io.fairlead.domain.attestation;

import static io.fairlead.domain.fixture.SomeMoments.NOW;
import static io.fairlead.domain.fixture.SomeMoments.TOMORROW;
import static io.fairlead.domain.fixture.SomeProofs.SCOPE;
import static io.fairlead.domain.fixture.SomeProofs.signed;
import static io.fairlead.domain.fixture.SomeProofs.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.attestation.ProofVerdict.NotProven;
import io.fairlead.domain.attestation.ProofVerdict.Proven;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.certificate.Trust;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What proves a device, and why not. */
class ProofCheckTest {
    private static final RegistrationId ID = new RegistrationId("Device-1");
    private static final SymmetricKeys KEYS = SomeKeys.someKeys();
    private static final SymmetricKeys GROUP = SomeKeys.keys("group");
    private static final Proven PROVEN = new Proven(new KeyCredential(KEYS));

    @Test
    void eitherKeyShouldProveAndTheHubShallAcceptBoth() {
        assertThat(individual(token(KEYS.primary(), ID))).isEqualTo(PROVEN);
        assertThat(individual(token(KEYS.secondary(), ID))).isEqualTo(PROVEN);
    }

    @Test
    void otherKeyShouldNotProve() {
        assertThat(individual(token(SomeKeys.key("stranger"), ID))).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @Test
    void nothingShownShouldNotProve() {
        assertThat(individual(new DeviceProof.None())).isEqualTo(not(Reason.NOTHING_SHOWN));
        assertThat(group(new DeviceProof.None())).isEqualTo(not(Reason.NOTHING_SHOWN));
    }

    /** How the resource stands in tokens of the clients for Java and Node; Python and C#; C; and percent-encoded whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0ne00000A0A/registrations/Device-1",
                "0ne00000A0A%2Fregistrations%2FDevice-1",
                "0ne00000A0A%2fregistrations%2fDevice-1",
                "0ne00000A0A%2Fregistrations%2FDevice%2D1"
            })
    void signatureShouldBeOverTheResourceAsItStandsInTheToken(String raw) {
        String resource = "0ne00000A0A/registrations/Device-1";
        assertThat(individual(signed(KEYS.primary(), resource, raw, TOMORROW))).isEqualTo(PROVEN);
        SharedAccessProof reencoded = new SharedAccessProof(
                resource,
                raw.replace("1", "%31") + "\n" + TOMORROW.getEpochSecond(),
                TOMORROW,
                signed(KEYS.primary(), resource, raw, TOMORROW).signature());
        assertThat(individual(reencoded)).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0ne00000A0A/registrations/Device-1, true",
        "0NE00000a0a/Registrations/device-1, true",
        "0ne00000A0A/registrations/Device-2, false",
        "0ne00000A0B/registrations/Device-1, false",
        "0ne00000A0A/registrations/Device-1/, false",
        "0ne00000A0A/registrations/Device-11, false",
        "0ne00000A0A, false",
        "'', false"
    })
    void tokenShouldBeForThisDeviceAndScope(String resource, boolean isOurs) {
        ProofVerdict verdict = individual(signed(KEYS.primary(), resource, resource, TOMORROW));
        assertThat(verdict).isEqualTo(isOurs ? PROVEN : not(Reason.OTHER_RESOURCE));
    }

    @Test
    void tokenShouldBeOfNoUseFromTheInstantOfItsExpiry() {
        assertThat(individual(token(KEYS.primary(), ID, NOW.plusSeconds(1)))).isEqualTo(PROVEN);
        assertThat(individual(token(KEYS.primary(), ID, NOW))).isEqualTo(not(Reason.EXPIRED));
        assertThat(individual(token(KEYS.primary(), ID, NOW.minusSeconds(1)))).isEqualTo(not(Reason.EXPIRED));
    }

    @Test
    void expiryShouldBeToldOnlyToWhoeverHoldsTheKey() {
        SharedAccessProof forged = token(SomeKeys.key("stranger"), ID, NOW.minusSeconds(1));
        assertThat(individual(forged)).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @Test
    void expiryThatWasNotSignedShouldNotCount() {
        SharedAccessProof old = token(KEYS.primary(), ID, NOW.minusSeconds(1));
        Instant later = TOMORROW;
        SharedAccessProof prolonged = new SharedAccessProof(
                old.resource(),
                old.signedText().replace(Long.toString(NOW.getEpochSecond() - 1), "" + later.getEpochSecond()),
                later,
                old.signature());
        assertThat(individual(prolonged)).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @Test
    void derivedKeyShouldProveAndBecomeTheCredential() {
        SymmetricKeys derived = GROUP.derivedFor("Device-1");
        Proven expected = new Proven(new KeyCredential(derived));
        assertThat(group(token(derived.primary(), ID))).isEqualTo(expected);
        assertThat(group(token(derived.secondary(), ID))).isEqualTo(expected);
    }

    @Test
    void keyDerivedFromTheLowerCaseIdShouldProveToo() {
        SymmetricKeys derived = GROUP.derivedFor("device-1");
        assertThat(group(token(derived.primary(), ID))).isEqualTo(new Proven(new KeyCredential(derived)));
        assertThat(group(token(GROUP.derivedFor("DEVICE-1").primary(), ID))).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @Test
    void groupKeyItselfShouldProveNoDevice() {
        assertThat(group(token(GROUP.primary(), ID))).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @Test
    void keyDerivedForAnotherDeviceShouldNotProve() {
        SymmetricKey others = GROUP.derivedFor("device-2").primary();
        assertThat(group(token(others, ID))).isEqualTo(not(Reason.WRONG_SIGNATURE));
    }

    @Test
    void proofShouldKeepItsSignatureToItself() {
        SharedAccessProof proof = token(KEYS.primary(), ID);
        proof.signature()[0] ^= 1;
        assertThat(individual(proof)).isEqualTo(PROVEN);
        assertThat(proof.toString()).doesNotContain("signature");
    }

    private static ProofVerdict individual(DeviceProof proof) {
        return ProofCheck.individual(
                new SymmetricKeyAttestation(KEYS), new IdentityClaim(SCOPE, ID, proof, NOW), Trust.NONE);
    }

    private static ProofVerdict group(DeviceProof proof) {
        return ProofCheck.group(
                new SymmetricKeyAttestation(GROUP), new IdentityClaim(SCOPE, ID, proof, NOW), Trust.NONE);
    }

    private static NotProven not(Reason reason) {
        return new NotProven(reason);
    }
}
