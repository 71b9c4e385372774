package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.transport.listener.FirstMessageRouter;
import io.fairlead.transport.listener.Peer;
import io.fairlead.transport.listener.Protocol;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import java.util.List;

/** The device API over MQTT 3.1.1, on whatever carries its bytes. */
public final class MqttProtocol implements Protocol {
    /** Of one packet: the largest body and a topic with it. A larger one ends the connection. */
    static final int MAX_PACKET = RequestBody.MAX_BYTES + 4096;

    private final DeviceDesk desk;
    private final MqttSettings settings;

    public MqttProtocol(DeviceDesk desk, MqttSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public void begin(ChannelPipeline pipeline, Peer peer) {
        pipeline.addLast(
                new MqttDecoder(MAX_PACKET),
                MqttEncoder.INSTANCE,
                new FirstMessageRouter(List.of(new Devices(peer)), settings.connectTimeout()));
    }

    /** Every connection is a device's; services that come to share the port are asked before. */
    private final class Devices implements FirstMessageRouter.Route {
        private final Peer peer;

        Devices(Peer peer) {
            this.peer = peer;
        }

        @Override
        public boolean claims(Object first) {
            return true;
        }

        @Override
        public void take(ChannelHandlerContext context) {
            context.pipeline().addLast(new ConnectHandler(desk, settings, peer));
        }
    }
}
