package io.fairlead.adapters.mqtt;

import static io.fairlead.adapters.mqtt.ClientPackets.SCOPE;
import static io.fairlead.adapters.mqtt.ClientPackets.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first packet, and what becomes of the connection. */
class MqttConnectTest {
    private final Talk talk = new Talk();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-version=2019-03-31",
                "api-version=2019-03-31&ClientVersion=2019-03-31",
                "api-version=2019-03-31&ClientVersion=azure-iot-provisioning-device%2F1.9.1",
                "api-version=2021-06-01&ClientVersion=1.15.0",
                "ClientVersion=azure-iot-device-provisioning-py%2F2.14.0%283.11.7%3BLinux%29&api-version=2019-03-31"
            })
    void connectShouldBeAcceptedAsEachClientSendsIt(String tail) {
        talk.send(ClientPackets.connect("dev-1", tail));

        assertThat(answered()).isZero();
        assertThat(talk.isOpen()).isTrue();
    }

    @Test
    void sessionPresentShouldBeZeroAlsoWhenTheClientKeepsItsSession() {
        talk.send(ClientPackets.connect("dev-1"));

        MqttConnAckMessage answer = (MqttConnAckMessage) talk.receive();
        assertThat(answer.variableHeader().isSessionPresent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 4",
        "dev-1, 4",
        "0ne00FAIR01/registrations/dev-1, 4",
        "0ne00FAIR01/registrations/dev-1/, 4",
        "0ne00FAIR01/registrations/dev-1/ClientVersion=1, 4",
        "0ne00FAIR01/registrations/dev-1/api-version=yesterday, 4",
        "0ne00FAIR01/registrations/dev-1/api-version=2016-01-01, 4",
        "0ne00FAIR01/devices/dev-1/api-version=2019-03-31, 4",
        "/registrations/dev-1/api-version=2019-03-31, 4",
        "0ne00FAIR01/registrations/dev 1/api-version=2019-03-31, 4",
        "hub.example.com/dev-1/?api-version=2020-09-30, 4",
        "0ne00FAIR01/registrations/dev-2/api-version=2019-03-31, 2"
    })
    void connectShouldBeRefusedWhenTheUserNameIsNotTheClients(String userName, int code) {
        talk.send(connection("dev-1").username(userName).build());

        assertThat(answered()).isEqualTo(code);
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void connectShouldBeRefusedWhenItHasNoUserName() {
        talk.send(connection("dev-1").username(null).password((byte[]) null).build());

        assertThat(answered()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "SharedAccessSignature sr=x", "Bearer abc"})
    void connectShouldBeRefusedWhenThePasswordIsNoToken(String password) {
        talk.send(connection("dev-1")
                .password(password.getBytes(StandardCharsets.UTF_8))
                .build());

        assertThat(answered()).isEqualTo(5);
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void connectShouldBeAcceptedWithoutPasswordSinceACertificateNeedsNone() {
        talk.send(connection("dev-1").password((byte[]) null).build());

        assertThat(answered()).isZero();
    }

    @Test
    void clientIdShouldBeComparedIgnoringCase() {
        talk.send(connection("DEV-1")
                .username(SCOPE + "/registrations/dev-1/api-version=2019-03-31")
                .build());

        assertThat(answered()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"MQTT_3_1, 20020001", "MQTT_5, 2003008400"})
    void connectShouldBeRefusedInItsOwnWordsWhenTheVersionIsAnother(MqttVersion version, String answer) {
        talk.send(connection("dev-1").protocolVersion(version).build());

        assertThat(HexFormat.of().formatHex(talk.receiveBytes())).isEqualTo(answer);
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void connectShouldBeRefusedWithAWill() {
        talk.send(connection("dev-1")
                .willFlag(true)
                .willTopic("last/words")
                .willMessage(new byte[] {1})
                .willQoS(MqttQoS.AT_MOST_ONCE)
                .build());

        assertThat(answered()).isEqualTo(5);
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void connectionShouldBeClosedWhenItBeginsWithAnythingElse() {
        talk.send(ClientPackets.publish(MqttQoS.AT_MOST_ONCE, ClientPackets.REGISTER + "1", "{}"));

        assertThat(talk.isOpen()).isFalse();
        assertThat(talk.devices.registered).isEmpty();
    }

    @Test
    void connectionShouldBeClosedWhenItSaysNothingInTime() {
        talk.pass(Talk.CONNECT_TIMEOUT.minusMillis(1));
        assertThat(talk.isOpen()).isTrue();

        talk.pass(Duration.ofMillis(1));
        assertThat(talk.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"60, 90", "0, 600", "65535, 600"})
    void sessionShouldBeClosedWhenItIsSilentForLongerThanItSaidOrMay(int keepAlive, int seconds) {
        talk.send(connection("dev-1").keepAlive(keepAlive).build());

        talk.pass(Duration.ofSeconds(seconds - 1));
        assertThat(talk.isOpen()).isTrue();
        talk.pass(Duration.ofSeconds(2));
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void sessionShouldStayWhileItPings() {
        talk.send(connection("dev-1").keepAlive(60).build());

        for (int i = 0; i < 10; i++) {
            talk.pass(Duration.ofSeconds(60));
            talk.send(MqttMessage.PINGREQ);
        }

        assertThat(talk.isOpen()).isTrue();
    }

    /** The return code of the CONNACK. */
    private int answered() {
        return ((MqttConnAckMessage) talk.receive())
                .variableHeader()
                .connectReturnCode()
                .byteValue();
    }
}
