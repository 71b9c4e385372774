package io.fairlead.adapters.mqtt;

import static io.netty.handler.codec.mqtt.MqttQoS.AT_MOST_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.transport.listener.FirstMessageRouter;
import io.fairlead.transport.listener.Peer;
import io.fairlead.transport.listener.PortTenant;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hub on the port of the devices: the user name of a CONNECT tells whose it is. */
class SharedPortTest {
    private static final String HUB = "hub-1.example.com";

    private final Hub hub = new Hub();
    private final Talk talk = Talk.sharingThePortWith(hub);

    @Test
    void connectionShouldBeTheHubsWhenItsNameComesFirst() {
        talk.send(ClientPackets.connection("dev-1")
                .username(HUB + "/dev-1/?api-version=2021-04-12")
                .build());
        talk.send(ClientPackets.publication(AT_MOST_ONCE, "devices/dev-1/messages/events/", new byte[200_000])
                .build());

        assertThat(hub.heard).hasSize(2);
        assertThat(talk.isOpen()).isTrue();
        talk.hangUp();
        assertThat(talk.memory.metric().usedHeapMemory()).isZero();
    }

    @Test
    void connectionShouldBeADevicesWhenTheHubDoesNotKnowTheName() {
        talk.send(ClientPackets.connect("dev-1"));

        assertThat(talk.receive()).isInstanceOf(MqttConnAckMessage.class);
        assertThat(hub.heard).isEmpty();
    }

    @Test
    void bodyOfADeviceShouldStayLimitedWhereAHubTakesMore() {
        talk.asDevice("dev-1");
        talk.send(ClientPackets.publication(AT_MOST_ONCE, ClientPackets.REGISTER + "1", new byte[200_000])
                .build());

        MqttPublishMessage answer = (MqttPublishMessage) talk.receive();
        assertThat(answer.variableHeader().topicName()).isEqualTo("$dps/registrations/res/413/?$rid=1");
        assertThat(talk.devices.registered).isEmpty();
    }

    /** A hub that only listens. */
    private static final class Hub implements PortTenant {
        private final List<String> heard = new ArrayList<>();

        @Override
        public int largestMessage() {
            return 256 * 1024;
        }

        @Override
        public FirstMessageRouter.Route route(Peer peer) {
            return new FirstMessageRouter.Route() {
                @Override
                public boolean claims(Object first) {
                    return first instanceof MqttConnectMessage connect
                            && connect.decoderResult().isSuccess()
                            && connect.variableHeader().hasUserName()
                            && connect.payload().userName().startsWith(HUB + "/");
                }

                @Override
                public void take(ChannelHandlerContext context) {
                    context.pipeline().addLast(new Ear());
                }
            };
        }

        private final class Ear extends ChannelInboundHandlerAdapter {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                heard.add(message.getClass().getSimpleName());
                ReferenceCountUtil.release(message);
            }
        }
    }
}
