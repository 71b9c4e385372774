package io.fairlead.adapters.mqtt;

import io.fairlead.domain.fixture.SomeMoments;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;

/** What devices send. */
final class ClientPackets {
    static final String SCOPE = "0ne00FAIR01";
    static final String RESPONSES = "$dps/registrations/res/#";
    static final String REGISTER = "$dps/registrations/PUT/iotdps-register/?$rid=";
    static final String POLL = "$dps/registrations/GET/iotdps-get-operationstatus/?$rid=";
    static final String TAIL = "api-version=2019-03-31";

    private ClientPackets() {}

    static String token(String id) {
        return "SharedAccessSignature sr=" + SCOPE + "%2Fregistrations%2F" + id
                + "&sig=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D&se="
                + SomeMoments.TOMORROW.getEpochSecond();
    }

    static MqttConnectMessage connect(String id) {
        return connect(id, TAIL);
    }

    static MqttConnectMessage connect(String id, String tail) {
        return connection(id)
                .username(SCOPE + "/registrations/" + id + "/" + tail)
                .build();
    }

    /** As the Java client: it keeps its session and a keep-alive of 230 s. */
    static MqttMessageBuilders.ConnectBuilder connection(String id) {
        return MqttMessageBuilders.connect()
                .protocolVersion(MqttVersion.MQTT_3_1_1)
                .clientId(id)
                .cleanSession(false)
                .keepAlive(230)
                .username(SCOPE + "/registrations/" + id + "/" + TAIL)
                .password(token(id).getBytes(StandardCharsets.UTF_8));
    }

    static MqttMessage subscribe() {
        return MqttMessageBuilders.subscribe()
                .messageId(1)
                .addSubscription(MqttQoS.AT_LEAST_ONCE, RESPONSES)
                .build();
    }

    static MqttMessage publish(MqttQoS qos, String topic, String body) {
        return publication(qos, topic, body.getBytes(StandardCharsets.UTF_8)).build();
    }

    static MqttMessageBuilders.PublishBuilder publication(MqttQoS qos, String topic, byte[] body) {
        return MqttMessageBuilders.publish()
                .qos(qos)
                .messageId(7)
                .topicName(topic)
                .payload(Unpooled.wrappedBuffer(body));
    }
}
