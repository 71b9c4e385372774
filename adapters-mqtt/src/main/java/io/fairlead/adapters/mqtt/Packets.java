package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.device.DeviceAnswer;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import java.util.List;

/** The packets that a device is sent. */
final class Packets {
    private Packets() {}

    /** Session-present is always 0: nothing of an earlier connection is kept, and the C# client fails on a 1. */
    static MqttMessage connAck(MqttConnectReturnCode code) {
        return MqttMessageBuilders.connAck()
                .returnCode(code)
                .sessionPresent(false)
                .build();
    }

    static MqttMessage subAck(int packetId, List<Integer> granted) {
        return new MqttSubAckMessage(
                new MqttFixedHeader(MqttMessageType.SUBACK, false, MqttQoS.AT_MOST_ONCE, false, 0),
                MqttMessageIdVariableHeader.from(packetId),
                new MqttSubAckPayload(granted));
    }

    static MqttMessage unsubAck(int packetId) {
        return MqttMessageBuilders.unsubAck().packetId(packetId).build();
    }

    static MqttMessage pubAck(int packetId) {
        return MqttMessageBuilders.pubAck().packetId(packetId).build();
    }

    /** {@code $rid} comes first: the C# client looks for it there. */
    static MqttMessage answer(DeviceAnswer answer, String rid, MqttQoS qos, int packetId) {
        StringBuilder topic = new StringBuilder("$dps/registrations/res/")
                .append(answer.status())
                .append("/?$rid=")
                .append(rid);
        answer.retryAfter().ifPresent(seconds -> topic.append("&retry-after=").append(seconds));
        return MqttMessageBuilders.publish()
                .topicName(topic.toString())
                .qos(qos)
                .messageId(packetId)
                .payload(Unpooled.wrappedBuffer(answer.json()))
                .build();
    }
}
