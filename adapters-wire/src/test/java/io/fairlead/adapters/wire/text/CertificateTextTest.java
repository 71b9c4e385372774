package io.fairlead.adapters.wire.text;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.fixture.SomeCertificates;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One certificate in any of its texts, and nothing else. */
class CertificateTextTest {
    private static final Certificate CERTIFICATE = SomeCertificates.SOME_DEVICE;
    private static final String PEM = pem("CERTIFICATE", CERTIFICATE.der());

    @Test
    void certificateShouldBeReadFromEveryTextThatClientsSend() {
        assertThat(CertificateText.read(PEM)).isEqualTo(CERTIFICATE);
        assertThat(CertificateText.read(PEM.replace("\n", "\r\n"))).isEqualTo(CERTIFICATE);
        assertThat(CertificateText.read("subject=CN = some-device\n" + PEM)).isEqualTo(CERTIFICATE);
        assertThat(CertificateText.read(CERTIFICATE.base64())).isEqualTo(CERTIFICATE);
        assertThat(CertificateText.read(Base64.getMimeEncoder().encodeToString(CERTIFICATE.der())))
                .isEqualTo(CERTIFICATE);
        assertThat(CertificateText.read(Base64.getEncoder().encodeToString(PEM.getBytes(US_ASCII))))
                .isEqualTo(CERTIFICATE);
    }

    @Test
    void certificateShouldBeReadFromAFileOfEitherKind() {
        assertThat(CertificateText.read(CERTIFICATE.der())).isEqualTo(CERTIFICATE);
        assertThat(CertificateText.read(PEM.getBytes(US_ASCII))).isEqualTo(CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage!",
                "Z2FyYmFnZQ==",
                "-----BEGIN CERTIFICATE-----",
                "-----END CERTIFICATE----------BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nZ2FyYmFnZQ==\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE REQUEST-----\nZ2FyYmFnZQ==\n-----END CERTIFICATE REQUEST-----"
            })
    void garbageShouldBeRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateText.read(text));
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateText.read(text.getBytes(US_ASCII)));
    }

    @Test
    void certificateCutShortAtAnyByteShouldBeRefused() {
        byte[] der = CERTIFICATE.der();
        for (int length = 0; length < der.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(der, length);
            assertThatIllegalArgumentException().isThrownBy(() -> CertificateText.read(cut));
        }
    }

    @Test
    void secondCertificateShouldBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateText.read(PEM + PEM))
                .withMessageContaining("more than one");
        byte[] twice = new byte[2 * CERTIFICATE.der().length];
        System.arraycopy(CERTIFICATE.der(), 0, twice, 0, twice.length / 2);
        System.arraycopy(CERTIFICATE.der(), 0, twice, twice.length / 2, twice.length / 2);
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateText.read(twice));
    }

    @Test
    void privateKeyShouldBeRefusedAndNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateText.read(PEM + pem("PRIVATE KEY", new byte[] {1, 2, 3})))
                .withMessageContaining("private key")
                .withMessageNotContaining("AQID");
    }

    @Test
    void textFarLongerThanACertificateShouldBeRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateText.read("A".repeat(1 << 20)))
                .withMessageContaining("longer");
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }
}
