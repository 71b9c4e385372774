package io.fairlead.adapters.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.problem.Problem;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.fixture.SoftwareTpm;
import io.fairlead.domain.fixture.SomeTpms;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.engine.Sasl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mechanism by TPM, as the Java client takes its steps. */
class TpmLoginTest {
    private final Talk talk = new Talk();
    private final SoftwareTpm tpm = SomeTpms.someTpm();
    private final Device device = Device.by(talk, "TPM");
    private final Sasl sasl = device.transport.sasl();

    @Test
    void deviceShouldGetInWithTheTokenThatItsTpmHasSigned() {
        introduce("dev-1");
        assertThat(challenge()).isEqualTo(new byte[] {0});

        byte[] first = answer(join(new byte[] {0}, tpm.storageRootKey()));
        byte[] last = answer(new byte[] {0});
        assertThat(first[0]).isEqualTo((byte) 0x80);
        assertThat(last[0]).isEqualTo((byte) 0xc1);
        assertThat(first.length).isLessThan(480);
        assertThat(last.length).isLessThan(480);
        tpm.activate(join(tail(first), tail(last)));
        assertThat(tpm.identityKey()).isEqualTo(ScriptedDevices.KEY);

        answer(join(new byte[] {0}, Device.token("dev-1").getBytes(StandardCharsets.UTF_8)));
        assertThat(sasl.getOutcome()).isEqualTo(Sasl.SaslOutcome.PN_SASL_OK);
        device.attach(Device.address("dev-1"));
        assertThat(device.register("").getRemoteState()).isInstanceOf(Accepted.class);
        assertThat(talk.devices.registered).singleElement().satisfies(request -> {
            assertThat(request.proof()).isInstanceOf(SharedAccessProof.class);
            assertThat(request.tpm()).contains(SomeTpms.keys(tpm));
        });
        assertThat(talk.devices.challenged).singleElement().satisfies(request -> {
            assertThat(request.registrationId().value()).isEqualTo("dev-1");
            assertThat(request.tpm()).isEqualTo(SomeTpms.keys(tpm));
        });
    }

    @Test
    void challengeShouldBeMadeByWorkers() {
        talk.withSlowWorkers();
        introduce("dev-1");
        challenge();
        sasl.send(join(new byte[] {0}, tpm.storageRootKey()), 0, tpm.storageRootKey().length + 1);
        device.pump();
        assertThat(sasl.pending()).isZero();

        talk.workOne();
        device.pump();
        assertThat(challenge()[0]).isEqualTo((byte) 0x80);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, PN_SASL_AUTH",
        "NOT_ENROLLED, PN_SASL_AUTH",
        "THROTTLED, PN_SASL_TEMP",
        "UNAVAILABLE, PN_SASL_TEMP"
    })
    void refusalShouldTellWhetherToTryAgain(Problem.Kind kind, Sasl.SaslOutcome outcome) {
        talk.devices.failure = Optional.of(Problem.of(kind, "not so").asException());
        introduce("dev-1");
        challenge();
        answer(join(new byte[] {0}, tpm.storageRootKey()));

        assertThat(sasl.getOutcome()).isEqualTo(outcome);
        assertThat(talk.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0ne00FAIR01", "0ne00FAIR01\0dev 1\0key", "0ne00FAIR01\0dev-1\0key"})
    void loginShouldBeRefusedWhenItsFirstWordsAreMalformed(String words) {
        begin(join(new byte[] {0}, words.getBytes(StandardCharsets.US_ASCII)));

        assertThat(sasl.getOutcome()).isEqualTo(Sasl.SaslOutcome.PN_SASL_AUTH);
        assertThat(talk.isOpen()).isFalse();
    }

    /** As the C client does it. */
    @Test
    void hostNameShouldNameADeviceThatLeavesItsIdsOut() {
        sasl.setRemoteHostname(Device.address("dev-1"));
        begin(join(new byte[] {0}, tpm.endorsementKey()));
        challenge();
        answer(join(new byte[] {0}, tpm.storageRootKey()));

        assertThat(talk.devices.challenged)
                .singleElement()
                .satisfies(
                        request -> assertThat(request.registrationId().value()).isEqualTo("dev-1"));
    }

    @Test
    void loginShouldBeRefusedWhenTheRootKeyIsNone() {
        introduce("dev-1");
        challenge();
        answer(new byte[] {0, 1, 2, 3});

        assertThat(sasl.getOutcome()).isEqualTo(Sasl.SaslOutcome.PN_SASL_AUTH);
        assertThat(talk.devices.challenged).isEmpty();
    }

    private void introduce(String id) {
        begin(join(
                new byte[] {0},
                Device.SCOPE.getBytes(StandardCharsets.US_ASCII),
                new byte[] {0},
                id.getBytes(StandardCharsets.US_ASCII),
                new byte[] {0},
                tpm.endorsementKey()));
    }

    private void begin(byte[] words) {
        sasl.send(words, 0, words.length);
        device.open();
    }

    private byte[] answer(byte[] response) {
        sasl.send(response, 0, response.length);
        device.pump();
        return challenge();
    }

    /** What the service has sent last; empty when that was the outcome. */
    private byte[] challenge() {
        byte[] bytes = new byte[sasl.pending()];
        if (bytes.length > 0) sasl.recv(bytes, 0, bytes.length);
        return bytes;
    }

    private static byte[] tail(byte[] piece) {
        return Arrays.copyOfRange(piece, 1, piece.length);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
