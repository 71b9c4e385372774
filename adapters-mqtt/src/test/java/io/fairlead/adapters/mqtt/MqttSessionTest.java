package io.fairlead.adapters.mqtt;

import static io.fairlead.adapters.mqtt.ClientPackets.POLL;
import static io.fairlead.adapters.mqtt.ClientPackets.REGISTER;
import static io.fairlead.adapters.mqtt.ClientPackets.publication;
import static io.fairlead.adapters.mqtt.ClientPackets.publish;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_MOST_ONCE;
import static io.netty.handler.codec.mqtt.MqttQoS.EXACTLY_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import io.fairlead.transport.listener.Closing;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPubAckMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device that has connected asks and is told. */
class MqttSessionTest {
    private final Talk talk = new Talk().asDevice("dev-1");

    @Test
    void registerShouldBeAnsweredWithThePromise() {
        talk.send(publish(AT_MOST_ONCE, REGISTER + "1", "{\"registrationId\":\"dev-1\"}"));

        MqttPublishMessage answer = (MqttPublishMessage) talk.receive();
        assertThat(topic(answer)).isEqualTo("$dps/registrations/res/202/?$rid=1&retry-after=3");
        assertThat(text(answer))
                .isEqualTo("{\"operationId\":\"%s\",\"status\":\"assigning\"}".formatted(ScriptedDevices.OPERATION));
        assertThat(answer.fixedHeader().qosLevel()).isEqualTo(AT_LEAST_ONCE);
        assertThat(talk.devices.registered).singleElement().satisfies(request -> {
            assertThat(request.idScope()).isEqualTo(ClientPackets.SCOPE);
            assertThat(request.registrationId().value()).isEqualTo("dev-1");
            assertThat(request.support()).isEqualTo(ReprovisioningSupport.NATIVE);
            assertThat(request.address()).contains("127.0.0.1");
        });
    }

    @Test
    void registerAtQos1ShouldBeAcknowledgedBeforeItIsAnswered() {
        talk.send(publish(AT_LEAST_ONCE, REGISTER + "1", ""));

        assertThat(((MqttPubAckMessage) talk.receive()).variableHeader().messageId())
                .isEqualTo(7);
        assertThat(talk.receive()).isInstanceOf(MqttPublishMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{3f2504e0-4f89-11d3-9a0c-0305e82c3301}", "a=b", "%24rid", "größer;?/", "x"})
    void ridShouldBeEchoedByteForByte(String rid) {
        talk.send(publish(AT_MOST_ONCE, REGISTER + rid, ""));

        assertThat(topic((MqttPublishMessage) talk.receive()))
                .isEqualTo("$dps/registrations/res/202/?$rid=" + rid + "&retry-after=3");
    }

    @Test
    void pollShouldTellTheResult() {
        talk.devices.status = OperationStatus.ASSIGNED;
        talk.send(publish(AT_MOST_ONCE, POLL + "3&operationId=" + ScriptedDevices.OPERATION, "{\"registrationId\":1}"));

        MqttPublishMessage done = (MqttPublishMessage) talk.receive();
        assertThat(topic(done)).isEqualTo("$dps/registrations/res/200/?$rid=3");
        assertThat(text(done)).contains("\"status\":\"assigned\"", "\"assignedHub\"");
        assertThat(talk.devices.polled)
                .extracting(inquiry -> inquiry.operationId().value())
                .containsOnly(ScriptedDevices.OPERATION);
    }

    @Test
    void pollShouldBeAnsweredTheMomentItsOperationEnds() {
        talk.send(publish(AT_MOST_ONCE, POLL + "2&operationId=" + ScriptedDevices.OPERATION, " "));
        talk.pass(Duration.ofMillis(2999));
        assertThat(talk.receive()).isNull();
        talk.send(MqttMessage.PINGREQ);
        assertThat(talk.receive().fixedHeader().messageType()).isEqualTo(MqttMessageType.PINGRESP);

        talk.devices.status = OperationStatus.ASSIGNED;
        talk.ends.ended(new OperationId(ScriptedDevices.OPERATION));
        talk.server.runPendingTasks();

        assertThat(topic((MqttPublishMessage) talk.receive())).isEqualTo("$dps/registrations/res/200/?$rid=2");
        talk.pass(Duration.ofSeconds(10));
        assertThat(talk.receive()).isNull();
    }

    @Test
    void pollShouldBeToldToComeBackWhenItsOperationTakesLonger() {
        talk.send(publish(AT_MOST_ONCE, POLL + "2&operationId=" + ScriptedDevices.OPERATION, " "));
        talk.pass(Duration.ofSeconds(3));

        assertThat(topic((MqttPublishMessage) talk.receive()))
                .isEqualTo("$dps/registrations/res/202/?$rid=2&retry-after=3");
        assertThat(talk.devices.polled).hasSize(1);
    }

    @Test
    void stopShouldAnswerAPollThatIsHeldBack() {
        talk.send(publish(AT_MOST_ONCE, POLL + "2&operationId=" + ScriptedDevices.OPERATION, " "));
        talk.server.pipeline().fireUserEventTriggered(Closing.NOW);
        talk.server.runPendingTasks();

        assertThat(topic((MqttPublishMessage) talk.receive())).contains("/202/");
        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void pollShouldBeRefusedWhenItNamesNoOperation() {
        talk.send(publish(AT_MOST_ONCE, POLL + "2", ""));

        MqttPublishMessage answer = (MqttPublishMessage) talk.receive();
        assertThat(topic(answer)).isEqualTo("$dps/registrations/res/400/?$rid=2");
        assertThat(text(answer)).contains("\"errorCode\":400004");
    }

    @Test
    void refusalShouldBeAnAnswerWithTheErrorBody() {
        talk.devices.failure = Optional.of(
                Problem.of(Problem.Kind.UNAUTHENTICATED, "sign again").asException());
        talk.send(publish(AT_MOST_ONCE, REGISTER + "1", ""));

        MqttPublishMessage answer = (MqttPublishMessage) talk.receive();
        assertThat(topic(answer)).isEqualTo("$dps/registrations/res/401/?$rid=1");
        assertThat(text(answer))
                .contains("\"errorCode\":401002", "\"trackingId\":\"some-guid\"", "sign again")
                .doesNotContain("operationId", "\"status\"");
        assertThat(talk.isOpen()).isTrue();
    }

    @Test
    void accidentShouldTellTheDeviceNothingButToComeBack() {
        talk.devices.failure = Optional.of(new IllegalStateException("table x is gone"));
        talk.send(publish(AT_MOST_ONCE, REGISTER + "1", ""));

        MqttPublishMessage answer = (MqttPublishMessage) talk.receive();
        assertThat(topic(answer)).isEqualTo("$dps/registrations/res/500/?$rid=1&retry-after=5");
        assertThat(text(answer)).contains("\"errorCode\":500001").doesNotContain("table");
    }

    @Test
    void bodyShouldBeRefusedWhenItIsNoJson() {
        talk.send(publish(AT_MOST_ONCE, REGISTER + "1", "{"));

        assertThat(topic((MqttPublishMessage) talk.receive())).isEqualTo("$dps/registrations/res/400/?$rid=1");
    }

    @Test
    void bodyShouldBeRefusedWhenItIsTooLargeAndThePacketWhenItIsMore() {
        talk.send(publication(AT_MOST_ONCE, REGISTER + "1", new byte[RequestBody.MAX_BYTES + 1])
                .build());

        MqttPublishMessage answer = (MqttPublishMessage) talk.receive();
        assertThat(topic(answer)).isEqualTo("$dps/registrations/res/413/?$rid=1");
        assertThat(talk.isOpen()).isTrue();

        talk.send(publication(AT_MOST_ONCE, REGISTER + "1", new byte[MqttProtocol.MAX_PACKET])
                .build());
        assertThat(talk.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices/dev-1/messages/events/",
                "$dps/registrations/PUT/iotdps-register/",
                "$dps/registrations/PUT/iotdps-register/?rid=1",
                "$dps/registrations/PUT/iotdps-register/?$rid=",
                "$dps/registrations/PUT/iotdps-register/?$rid=1&$rid=2",
                "$dps/registrations/PUT/iotdps-register?$rid=1",
                "$dps/registrations/GET/iotdps-register/?$rid=1",
                "$dps/registrations/res/202/?$rid=1",
                "$dps/registrations/PUT/iotdps-register/?$rid=\u0001"
            })
    void connectionShouldBeClosedWhenTheTopicIsNoneOfOurs(String topic) {
        talk.send(publish(AT_MOST_ONCE, topic, "{}"));

        assertThat(talk.isOpen()).isFalse();
        assertThat(talk.devices.registered).isEmpty();
    }

    @Test
    void connectionShouldBeClosedWhenAPublishIsRetained() {
        talk.send(publication(AT_MOST_ONCE, REGISTER + "1", new byte[0])
                .retained(true)
                .build());

        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void connectionShouldBeClosedWhenAPublishIsAtQos2() {
        talk.send(publish(EXACTLY_ONCE, REGISTER + "1", ""));

        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void connectionShouldBeClosedWhenTheDeviceDoesNotListen() {
        Talk deaf = new Talk();
        deaf.send(ClientPackets.connect("dev-1"));
        deaf.send(publish(AT_MOST_ONCE, REGISTER + "1", ""));

        assertThat(deaf.isOpen()).isFalse();
        assertThat(deaf.devices.registered).isEmpty();
    }

    @Test
    void connectionShouldBeClosedOnASecondConnect() {
        talk.send(ClientPackets.connect("dev-1"));

        assertThat(talk.isOpen()).isFalse();
        assertThat(talk.receive()).isNull();
    }

    @Test
    void connectionShouldBeClosedOnAPacketThatOnlyAServerSends() {
        talk.send(MqttMessage.PINGRESP);

        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void subscribeShouldGrantTheOneFilterAtMostAtQos1() {
        talk.send(MqttMessageBuilders.subscribe()
                .messageId(9)
                .addSubscription(EXACTLY_ONCE, ClientPackets.RESPONSES)
                .addSubscription(AT_LEAST_ONCE, "#")
                .addSubscription(AT_MOST_ONCE, ClientPackets.RESPONSES)
                .build());

        MqttSubAckMessage answer = (MqttSubAckMessage) talk.receive();
        assertThat(answer.variableHeader().messageId()).isEqualTo(9);
        assertThat(answer.payload().grantedQoSLevels()).containsExactly(1, 0x80, 0);
    }

    @Test
    void answerShouldComeAtQos0WhenTheDeviceListensSo() {
        talk.send(MqttMessageBuilders.subscribe()
                .messageId(9)
                .addSubscription(AT_MOST_ONCE, ClientPackets.RESPONSES)
                .build());
        talk.receive();
        talk.send(publish(AT_LEAST_ONCE, REGISTER + "1", ""));
        talk.receive();

        assertThat(talk.receive().fixedHeader().qosLevel()).isEqualTo(AT_MOST_ONCE);
    }

    @Test
    void unsubscribeShouldBeAcknowledgedAndEndTheAnswers() {
        Talk slow = Talk.withSlowWorkers().asDevice("dev-1");
        slow.send(publish(AT_MOST_ONCE, REGISTER + "1", ""));
        slow.send(MqttMessageBuilders.unsubscribe()
                .messageId(11)
                .addTopicFilter(ClientPackets.RESPONSES)
                .build());
        assertThat(((MqttUnsubAckMessage) slow.receive()).variableHeader().messageId())
                .isEqualTo(11);

        slow.workOne();
        assertThat(slow.receive()).isNull();
        assertThat(slow.isOpen()).isTrue();
    }

    @Test
    void pingShouldBeAnsweredWhileARequestIsWorkedOn() {
        Talk slow = Talk.withSlowWorkers().asDevice("dev-1");
        slow.send(publish(AT_MOST_ONCE, REGISTER + "1", ""));
        slow.send(MqttMessage.PINGREQ);

        assertThat(slow.receive().fixedHeader().messageType()).isEqualTo(MqttMessageType.PINGRESP);
    }

    @Test
    void requestsShouldBeAnsweredInTheirOrderAndTooManyBeTurnedAway() {
        Talk slow = Talk.withSlowWorkers().asDevice("dev-1");
        for (int i = 0; i < 18; i++) {
            slow.send(publish(AT_MOST_ONCE, REGISTER + i, ""));
        }

        assertThat(topic((MqttPublishMessage) slow.receive()))
                .isEqualTo("$dps/registrations/res/429/?$rid=17&retry-after=5");
        assertThat(slow.server.config().isAutoRead()).isFalse();
        for (int i = 0; i < 17; i++) {
            assertThat(slow.receive()).isNull();
            slow.workOne();
            assertThat(topic((MqttPublishMessage) slow.receive())).contains("$rid=" + i + "&");
        }
        assertThat(slow.work).isEmpty();
        assertThat(slow.server.config().isAutoRead()).isTrue();
    }

    @Test
    void answerShouldBeHeldBackForJavaClientsAlone() {
        Talk java = new Talk();
        java.send(ClientPackets.connect("dev-1", "api-version=2019-03-31&ClientVersion=2019-03-31"));
        java.send(ClientPackets.subscribe());
        java.receive();
        java.receive();
        java.send(publish(AT_MOST_ONCE, REGISTER + "1", ""));

        java.pass(Talk.JAVA_DELAY.minusMillis(1));
        assertThat(java.receive()).isNull();
        java.pass(Talk.JAVA_DELAY);
        assertThat(java.receive()).isInstanceOf(MqttPublishMessage.class);
    }

    @Test
    void disconnectShouldEndTheConnection() {
        talk.send(MqttMessage.DISCONNECT);

        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void sessionShouldBeCountedWhileItsConnectionIsOpen() {
        assertThat(talk.counts.present).isEqualTo(1);

        talk.hangUp();
        assertThat(talk.counts.present).isZero();
    }

    @Test
    void stopShouldLetTheRequestFinishThatIsUnderWay() {
        Talk slow = Talk.withSlowWorkers().asDevice("dev-1");
        slow.send(publish(AT_MOST_ONCE, REGISTER + "1", ""));
        slow.server.pipeline().fireUserEventTriggered(Closing.NOW);
        assertThat(slow.isOpen()).isTrue();

        slow.workOne();
        assertThat(topic((MqttPublishMessage) slow.receive())).contains("/202/");
        assertThat(slow.isOpen()).isFalse();
    }

    @Test
    void stopShouldCloseAConnectionThatWaitsForNothing() {
        talk.server.pipeline().fireUserEventTriggered(Closing.NOW);

        assertThat(talk.isOpen()).isFalse();
    }

    @Test
    void requestShouldBeForgottenWhenItsDeviceHasGone() {
        Talk slow = Talk.withSlowWorkers().asDevice("dev-1");
        slow.send(publish(AT_MOST_ONCE, REGISTER + "1", ""));
        slow.server.close();
        slow.workOne();

        assertThat(slow.receive()).isNull();
        slow.hangUp();
    }

    private static String topic(MqttPublishMessage answer) {
        return answer.variableHeader().topicName();
    }

    private static String text(MqttPublishMessage answer) {
        return answer.payload().toString(StandardCharsets.UTF_8);
    }
}
