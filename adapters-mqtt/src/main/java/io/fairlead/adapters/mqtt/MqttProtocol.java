package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.transport.listener.FirstMessageRouter;
import io.fairlead.transport.listener.Peer;
import io.fairlead.transport.listener.PortTenant;
import io.fairlead.transport.listener.Protocol;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import java.util.ArrayList;
import java.util.List;

/** The device API over MQTT 3.1.1, on whatever carries its bytes. */
public final class MqttProtocol implements Protocol {
    /** Of this transport, in logs and metrics. */
    public static final String NAME = "mqtt";

    /** Of one packet: the largest body and a topic with it. A larger one ends the connection. */
    static final int MAX_PACKET = RequestBody.MAX_BYTES + 4096;

    private final DeviceDesk desk;
    private final MqttSettings settings;
    private final List<PortTenant> tenants;
    private final int largest;

    /** With the port for itself. */
    public MqttProtocol(DeviceDesk desk, MqttSettings settings) {
        this(desk, settings, List.of());
    }

    /**
     * With others on the port.
     *
     * @param tenants asked in this order whether a CONNECT is theirs, by its user name; what nobody claims is a device's
     */
    public MqttProtocol(DeviceDesk desk, MqttSettings settings, List<PortTenant> tenants) {
        this.desk = desk;
        this.settings = settings;
        this.tenants = List.copyOf(tenants);
        this.largest = Math.max(
                MAX_PACKET,
                tenants.stream().mapToInt(PortTenant::largestMessage).max().orElse(0));
    }

    @Override
    public void begin(ChannelPipeline pipeline, Peer peer) {
        List<FirstMessageRouter.Route> routes = new ArrayList<>();
        tenants.forEach(tenant -> routes.add(tenant.route(peer)));
        routes.add(new Devices(peer));
        pipeline.addLast(
                new MqttDecoder(largest),
                MqttEncoder.INSTANCE,
                new FirstMessageRouter(routes, settings.connectTimeout()));
    }

    /** Every connection that nobody claimed is a device's. */
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
