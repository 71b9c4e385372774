package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.transport.listener.Closing;
import io.fairlead.transport.listener.Peer;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection at its first packet: a CONNECT that is accepted, or the end. */
final class ConnectHandler extends SimpleChannelInboundHandler<MqttMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectHandler.class);
    /** MQTT 3.1.1, 3.1.2.10: one and a half times the announced interval. */
    private static final double PATIENCE = 1.5;

    private final DeviceDesk desk;
    private final MqttSettings settings;
    private final Peer peer;

    ConnectHandler(DeviceDesk desk, MqttSettings settings, Peer peer) {
        this.desk = desk;
        this.settings = settings;
        this.peer = peer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage packet) {
        if (packet.decoderResult().isFailure()) {
            refuseMalformed(context, packet.decoderResult().cause());
        } else if (packet instanceof MqttConnectMessage connect) {
            answer(context, connect);
        } else {
            end(context, "the first packet is no CONNECT");
        }
    }

    private void answer(ChannelHandlerContext context, MqttConnectMessage connect) {
        ConnectVerdict verdict = ConnectVerdict.of(connect, peer);
        if (verdict.login().isEmpty()) {
            refuse(context, verdict.code(), verdict.reason());
            return;
        }
        Duration silence = silence(connect.variableHeader().keepAliveTimeSeconds());
        context.pipeline()
                .addLast(
                        new IdleStateHandler(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS),
                        new MqttSession(desk, verdict.login().get(), settings.earlyAnswerDelay()));
        context.writeAndFlush(Packets.connAck(verdict.code()));
        context.pipeline().remove(this);
    }

    /** A client that announces nothing (C does) may be silent as long as any. */
    private Duration silence(int keepAliveSeconds) {
        Duration announced = Duration.ofMillis((long) (keepAliveSeconds * PATIENCE * 1000));
        return announced.isZero() || announced.compareTo(settings.idleTimeout()) > 0
                ? settings.idleTimeout()
                : announced;
    }

    private void refuseMalformed(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof MqttUnacceptableProtocolVersionException) {
            refuse(
                    context,
                    MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION,
                    "only MQTT 3.1.1 is spoken here");
        } else {
            end(context, "malformed: " + cause);
        }
    }

    private void refuse(ChannelHandlerContext context, MqttConnectReturnCode code, String reason) {
        LOG.info("CONNECT from {} refused: {}", peer.address().getHostAddress(), reason);
        context.writeAndFlush(Packets.connAck(code)).addListener(ChannelFutureListener.CLOSE);
    }

    private void end(ChannelHandlerContext context, String reason) {
        LOG.debug("Connection from {} closed: {}", peer.address().getHostAddress(), reason);
        context.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == Closing.NOW) end(context, "the service stops");
        else context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(context, String.valueOf(cause));
    }
}
