package io.fairlead.adapters.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.fixture.Mint;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.apache.qpid.proton.engine.Sasl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first byte to the opening, or the end. */
class AmqpLoginTest {
    private static final List<X509Certificate> CHAIN =
            List.of(Mint.device("dev-1").selfSigned().certificate().x509());
    private static final byte[] SASL = HexFormat.of().parseHex("414d515003010000");
    private static final byte[] AMQP = HexFormat.of().parseHex("414d515000010000");

    private final Talk talk = new Talk();

    @Test
    void tokenShouldBeThatOfTheRequests() {
        Device device = Device.ready(talk, "dev-1");
        device.register("{}");

        assertThat(talk.devices.registered).singleElement().satisfies(request -> {
            assertThat(request.proof()).isInstanceOf(SharedAccessProof.class);
            assertThat(request.registrationId().value()).isEqualTo("dev-1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EXTERNAL", "ANONYMOUS"})
    void certificateShouldBeTheProofWithAndWithoutALogin(String mechanism) {
        Talk certified = new Talk(CHAIN);
        Device device = mechanism.isEmpty() ? Device.bare(certified) : Device.by(certified, mechanism);
        device.open().attach(Device.address("dev-1")).register("");

        assertThat(certified.devices.registered)
                .singleElement()
                .satisfies(request -> assertThat(request.proof()).isInstanceOf(CertificateProof.class));
    }

    @Test
    void externalShouldBeRefusedWithoutACertificate() {
        Device device = Device.by(talk, "EXTERNAL").open();

        assertRefused(device);
    }

    @ParameterizedTest
    @CsvSource({
        "dev-1, secret",
        "0ne00FAIR01/registrations/dev-1, secret",
        "0ne00FAIR01/registrations/dev-1, SharedAccessSignature sr=x",
        "0ne00FAIR01/devices/dev-1, ''",
        "0ne00FAIR01/registrations/dev 1, ''"
    })
    void plainShouldBeRefusedWhenItsFormIsWrong(String userName, String token) {
        assertRefused(Device.plain(talk, userName, token).open());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TPM2", "SCRAM-SHA-256", "plain", "X"})
    void loginShouldBeRefusedWhenTheMechanismIsNotOffered(String mechanism) {
        assertRefused(Device.by(talk, mechanism).open());
    }

    @Test
    void longIdsShouldFitIntoALogin() {
        String id = "d".repeat(128);
        Device device = Device.plain(talk, Device.address(id), Device.token(id) + "&skn=" + "x".repeat(500))
                .open();

        assertThat(device.isWelcome()).isTrue();
    }

    @Test
    void loginShouldBeUnderstoodInOnePieceAndByteByByte() {
        Device.ready(talk, "dev-1").register("{}");
        byte[] all = join(talk.sent);

        Talk whole = new Talk();
        whole.send(all);
        assertThat(whole.devices.registered).hasSize(1);

        Talk pieces = new Talk();
        for (byte one : all) pieces.send(new byte[] {one});
        assertThat(pieces.devices.registered).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "AMQP\u0000\u0000\t\u0001",
                "AMQP\u0001\u0001\u0000\u0000",
                "AMQP\u0003\u0001\u0000\u0001",
                "A?"
            })
    void connectionShouldBeToldWhatIsSpokenWhenItSpeaksSomethingElse(String bytes) {
        talk.send(bytes.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(talk.receive()).isEqualTo(SASL);
        assertThat(talk.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', 10", "414d5150, 10", "414d515000010000, 10", "414d515003010000, 60"})
    void connectionShouldBeClosedWhenItDoesNotGoOnInTime(String bytes, int seconds) {
        talk.send(HexFormat.of().parseHex(bytes));
        talk.pass(Duration.ofSeconds(seconds).minusMillis(1));
        assertThat(talk.isOpen()).isTrue();

        talk.pass(Duration.ofMillis(1));
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void connectionShouldBeClosedWhenNoLinkFollowsTheOpening() {
        Device.plain(talk, Device.address("dev-1"), Device.token("dev-1")).open();
        talk.pass(Talk.CONNECT_TIMEOUT.minusMillis(1));
        assertThat(talk.isOpen()).isTrue();

        talk.pass(Duration.ofMillis(1));
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void connectionShouldBeClosedWhenLayersComeTwiceOrTooEarly() {
        talk.send(SASL);
        talk.send(SASL);
        assertThat(talk.isOpen()).isFalse();

        Talk early = new Talk();
        early.send(SASL);
        early.send(AMQP);
        assertThat(early.isOpen()).isFalse();
    }

    private void assertRefused(Device device) {
        assertThat(device.transport.sasl().getOutcome()).isEqualTo(Sasl.SaslOutcome.PN_SASL_AUTH);
        assertThat(device.isWelcome()).isFalse();
        assertThat(talk.isOpen()).isFalse();
        assertThat(talk.devices.registered).isEmpty();
    }

    static byte[] join(List<byte[]> pieces) {
        int length = pieces.stream().mapToInt(piece -> piece.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}
