package io.fairlead.adapters.wire.sas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.DerivedKey;
import io.fairlead.domain.attestation.SymmetricKey;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedAccessSignatureTest {
    private static final SymmetricKey KEY = SymmetricKey.of("fairlead-test-key-of-32-bytes!!!".getBytes(UTF_8));
    private static final SymmetricKey OTHER = SymmetricKey.of("another-test-key-of-32-bytes!!!!".getBytes(UTF_8));
    private static final long EXPIRY = 1795374742;

    /**
     * The shapes seen on the wire: resource text, order of fields, policy name, case of the escapes in the signature.
     */
    static Stream<Arguments> clients() {
        String raw = "0ne00FAIR01/registrations/dev-1";
        String upper = "0ne00FAIR01%2Fregistrations%2Fdev-1";
        String lower = "0ne00FAIR01%2fregistrations%2fdev-1";
        return Stream.of(
                arguments("Java device 2.1.3", raw, "sr={sr}&sig={sig}&se={se}&skn=", ""),
                arguments("Node device 1.9.1", raw, "sr={sr}&sig={sig}&skn=registration&se={se}", "registration"),
                arguments("Python 2.14.0", upper, "sr={sr}&sig={sig}&se={se}", ""),
                arguments("C# device", upper, "sr={sr}&sig={sig}&se={se}&skn=registration", "registration"),
                arguments("C device", lower, "sr={sr}&sig={low}&se={se}&skn=registration", "registration"),
                arguments("embedded C", lower, "sr={sr}&sig={low}&se={se}", ""),
                arguments("Java hub device", raw, "sig={sig}&se={se}&sr={sr}", ""),
                arguments("Java service", "dps.localtest", "sr={sr}&sig={sig}&se={se}&skn=owner", "owner"),
                arguments("Node service", "dps.localtest", "sr={sr}&sig={sig}&skn=owner&se={se}", "owner"),
                arguments("a field of tomorrow", raw, "x=1&skn=o&se={se}&sig={sig}&sr={sr}", "o"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void parseShouldVerifyTokensAsClientsWriteThem(String client, String sr, String shape, String policy) {
        SharedAccessSignature token = SharedAccessSignature.parse("SharedAccessSignature " + filled(shape, sr));

        assertThat(token.proof().isSignedBy(KEY)).isTrue();
        assertThat(token.proof().isSignedBy(OTHER)).isFalse();
        assertThat(token.proof().resource()).isEqualTo(sr.replace("%2F", "/").replace("%2f", "/"));
        assertThat(token.proof().expiry()).isEqualTo(Instant.ofEpochSecond(EXPIRY));
        assertThat(token.policyName().orElse("")).isEqualTo(policy);
    }

    @Test
    void parseShouldVerifyTheTextAsSentAndNotItsDecodedForm() {
        String signedDecoded = Tokens.signature(KEY, "scope/registrations/d", EXPIRY);
        String token = "SharedAccessSignature sr=scope%2Fregistrations%2Fd&sig=" + signedDecoded + "&se=" + EXPIRY;

        assertThat(SharedAccessSignature.parse(token).proof().isSignedBy(KEY)).isFalse();
    }

    /** "Symmetric key attestation", group enrollments: the published key and id give the published device key. */
    @Test
    void parseShouldVerifyATokenOfThePublishedDerivedKey() {
        SymmetricKey group = new SymmetricKey(
                "8isrFI1sGsIlvvFSSFRiMfCNzv21fjbE/+ah/lSh3lF8e2YG1Te7w1KpZhJFFXJrqYKi9yegxkqIChbqOS9Egw==");
        String id = "sn-007-888-abc-mac-a1-b2-c3-d4-e5-f6";
        SymmetricKey device = new SymmetricKey("Jsm0lyGpjaVYVP2g3FnmnmG9dI/9qU24wNoykUmermc=");

        SharedAccessSignature token = SharedAccessSignature.parse(
                Tokens.text(device, "0ne00FAIR01%2Fregistrations%2F" + id, EXPIRY, "registration"));

        assertThat(token.proof().isSignedBy(DerivedKey.derive(group, id))).isTrue();
        assertThat(token.proof().isSignedBy(group)).isFalse();
    }

    @Test
    void parseShouldTakeABarePlusInTheSignatureForAPlus() {
        String sr = "scope/registrations/d";
        long se = EXPIRY;
        while (!Tokens.base64(KEY, sr, se).contains("+")) se++;
        String token = "SharedAccessSignature sr=" + sr + "&se=" + se + "&sig=" + Tokens.base64(KEY, sr, se);

        assertThat(SharedAccessSignature.parse(token).proof().isSignedBy(KEY)).isTrue();
    }

    @Test
    void parseShouldIgnoreTheCaseOfTheSchemeAndBlanksAround() {
        String token = Tokens.text(KEY, "a/registrations/b", EXPIRY, "")
                .replace("SharedAccessSignature", "sharedaccessSIGNATURE  ");

        assertThat(SharedAccessSignature.parse(token + " ").proof().isSignedBy(KEY))
                .isTrue();
    }

    static Stream<Arguments> malformed() {
        String sig = Tokens.signature(KEY, "a", EXPIRY);
        return Stream.of(
                arguments("", "must begin with"),
                arguments("Bearer abc", "must begin with"),
                arguments("SharedAccessSignature", "must begin with"),
                arguments("SharedAccessSignature ", "name=value"),
                arguments("SharedAccessSignature sr", "name=value"),
                arguments("SharedAccessSignature =a", "name=value"),
                arguments("SharedAccessSignature sr=a&&se=1", "name=value"),
                arguments("SharedAccessSignature sig=" + sig + "&se=1", "no 'sr'"),
                arguments("SharedAccessSignature sr=&sig=" + sig + "&se=1", "no 'sr'"),
                arguments("SharedAccessSignature sr=a&sig=" + sig, "no 'se'"),
                arguments("SharedAccessSignature sr=a&se=1", "no 'sig'"),
                arguments("SharedAccessSignature sr=a&sr=a&sig=" + sig + "&se=1", "a field twice"),
                arguments("SharedAccessSignature sr=a&sig=" + sig + "&se=soon", "digits only"),
                arguments("SharedAccessSignature sr=a&sig=" + sig + "&se=-1", "digits only"),
                arguments("SharedAccessSignature sr=a&sig=" + sig + "&se=+1", "digits only"),
                arguments("SharedAccessSignature sr=a&sig=" + sig + "&se=1.5", "digits only"),
                arguments("SharedAccessSignature sr=a&sig=" + sig + "&se=1e9", "digits only"),
                arguments("SharedAccessSignature sr=a&sig=" + sig + "&se=%31", "digits only"),
                arguments("SharedAccessSignature sr=a&sig=" + sig + "&se=١٧", "digits only"),
                arguments("SharedAccessSignature sr=a&sig=" + sig + "&se=" + "9".repeat(16), "digits only"),
                arguments("SharedAccessSignature sr=a&sig=%%%&se=1", "'sig' is not properly percent-encoded"),
                arguments("SharedAccessSignature sr=a&sig=abc%2&se=1", "'sig' is not properly percent-encoded"),
                arguments("SharedAccessSignature sr=a&sig=!!!!&se=1", "must be percent-encoded base64"),
                arguments("SharedAccessSignature sr=a&sig=AAAA&se=1", "HMAC-SHA256"),
                arguments("SharedAccessSignature sr=%zz&sig=" + sig + "&se=1", "'sr' is not properly percent-encoded"),
                arguments("SharedAccessSignature sr=a%00b&sig=" + sig + "&se=1", "'sr' is not properly percent"),
                arguments("SharedAccessSignature sr=a%c0%af&sig=" + sig + "&se=1", "'sr' is not properly percent"),
                arguments("SharedAccessSignature sr=ä&sig=" + sig + "&se=1", "'sr' is not properly percent-encoded"),
                arguments(
                        "SharedAccessSignature sr=" + "a".repeat(4096) + "&sig=" + sig + "&se=1", "longer than 4096"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("malformed")
    void parseShouldSayWhatIsWrongAndRepeatNothing(String text, String complaint) {
        assertThatThrownBy(() -> SharedAccessSignature.parse(text))
                .isInstanceOf(ProvisioningException.class)
                .hasMessageContaining("the shared access signature is malformed")
                .hasMessageContaining(complaint)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(160));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999_999_999_999_999L})
    void parseShouldTakeAnyExpiryOfDigits(long seconds) {
        SharedAccessSignature token = SharedAccessSignature.parse(Tokens.text(KEY, "a", seconds, "o"));

        assertThat(token.proof().expiry()).isEqualTo(Instant.ofEpochSecond(seconds));
    }

    @Test
    void toStringShouldNotShowTheSignature() {
        String text = Tokens.text(KEY, "a", EXPIRY, "o");

        assertThat(SharedAccessSignature.parse(text).toString()).doesNotContain(Tokens.base64(KEY, "a", EXPIRY));
    }

    private static String filled(String shape, String sr) {
        String sig = Tokens.signature(KEY, sr, EXPIRY);
        return shape.replace("{sr}", sr)
                .replace("{sig}", sig)
                .replace(
                        "{low}", sig.replace("%2B", "%2b").replace("%2F", "%2f").replace("%3D", "%3d"))
                .replace("{se}", Long.toString(EXPIRY));
    }
}
