package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.device.DeviceAnswer;
import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.adapters.wire.device.PendingAnswer;
import io.fairlead.transport.listener.Closing;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device that has connected. Its requests are worked on one after the other, in their order, while the connection
 * stays free for other packets; whatever has no place in the protocol of DPS ends it.
 *
 * <p>All fields belong to the connection's event loop. What a client can make it hold is bounded: a few requests that
 * wait (reading stops meanwhile), and answers up to the connection's write limit.
 */
final class MqttSession extends SimpleChannelInboundHandler<MqttMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);
    private static final int MOST_WAITING = 16;
    private static final int LAST_PACKET_ID = 0xffff;

    private final DeviceDesk desk;
    private final DeviceLogin login;
    private final Duration earlyAnswerDelay;
    private final Deque<DeviceRequest> waiting = new ArrayDeque<>();
    private Subscription subscription = Subscription.NONE;
    private PendingAnswer pending;
    private boolean busy;
    private boolean leaving;
    private int packetId;

    MqttSession(DeviceDesk desk, DeviceLogin login, Duration earlyAnswerDelay) {
        this.desk = desk;
        this.login = login;
        this.earlyAnswerDelay = earlyAnswerDelay;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        desk.arrived(login.caller());
    }

    /** Also when the connection is gone: the pipeline is emptied then. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        desk.left(login.caller());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage packet) {
        if (packet.decoderResult().isFailure()) {
            end(context, "malformed: " + packet.decoderResult().cause());
            return;
        }
        switch (packet.fixedHeader().messageType()) {
            case PUBLISH -> published(context, (MqttPublishMessage) packet);
            case SUBSCRIBE -> subscribed(context, (MqttSubscribeMessage) packet);
            case UNSUBSCRIBE -> unsubscribed(context, (MqttUnsubscribeMessage) packet);
            case PINGREQ -> send(context, MqttMessage.PINGRESP);
            case PUBACK -> LOG.trace("{} has its answer", login.deviceId());
            case DISCONNECT -> end(context, "disconnected");
            default -> end(context, packet.fixedHeader().messageType() + " has no place here");
        }
    }

    private void subscribed(ChannelHandlerContext context, MqttSubscribeMessage subscribe) {
        Subscription.Granted granted = subscription.with(subscribe.payload().topicSubscriptions());
        subscription = granted.subscription();
        if (granted.codes().isEmpty()) end(context, "subscribed to nothing");
        else send(context, Packets.subAck(subscribe.variableHeader().messageId(), granted.codes()));
    }

    private void unsubscribed(ChannelHandlerContext context, MqttUnsubscribeMessage unsubscribe) {
        subscription = subscription.without(unsubscribe.payload().topics());
        send(context, Packets.unsubAck(unsubscribe.variableHeader().messageId()));
    }

    private void published(ChannelHandlerContext context, MqttPublishMessage publish) {
        Optional<RequestTopic> topic =
                RequestTopic.parse(publish.variableHeader().topicName());
        MqttQoS qos = publish.fixedHeader().qosLevel();
        if (topic.isEmpty()) {
            end(context, "published to a topic that is none of ours");
        } else if (publish.fixedHeader().isRetain() || qos == MqttQoS.EXACTLY_ONCE) {
            end(context, "published retained or at QoS 2");
        } else if (subscription.answers().isEmpty()) {
            end(context, "published without listening to the answer");
        } else {
            // The C# client goes wrong when the answer comes before the acknowledgement.
            if (qos == MqttQoS.AT_LEAST_ONCE) {
                send(context, Packets.pubAck(publish.variableHeader().packetId()));
            }
            asked(context, DeviceRequest.of(topic.get(), ByteBufUtil.getBytes(publish.payload())));
        }
    }

    private void asked(ChannelHandlerContext context, DeviceRequest request) {
        if (!busy) {
            begin(context, request);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(request);
        } else {
            answer(context, request, desk.tooBusy(login.caller(), request.question()));
        }
        listenOn(context);
    }

    private void begin(ChannelHandlerContext context, DeviceRequest request) {
        busy = true;
        pending = desk.work(
                login.caller(),
                request.question(),
                context.executor(),
                answer -> context.executor().execute(() -> hold(context, request, answer)));
        if (leaving) pending.hurry();
    }

    /** Holds an answer back for a client that would lose it; no thread waits. */
    private void hold(ChannelHandlerContext context, DeviceRequest request, DeviceAnswer answer) {
        if (login.losesEarlyAnswers()) {
            context.executor()
                    .schedule(
                            () -> finish(context, request, answer), earlyAnswerDelay.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            finish(context, request, answer);
        }
    }

    private void finish(ChannelHandlerContext context, DeviceRequest request, DeviceAnswer answer) {
        busy = false;
        answer(context, request, answer);
        DeviceRequest next = waiting.poll();
        if (next != null) begin(context, next);
        else if (leaving) end(context, "the service stops");
        listenOn(context);
    }

    /** A client that stopped listening gets nothing. */
    private void answer(ChannelHandlerContext context, DeviceRequest request, DeviceAnswer answer) {
        subscription
                .answers()
                .ifPresent(qos -> send(context, Packets.answer(answer, request.rid(), qos, nextPacketId())));
    }

    private int nextPacketId() {
        packetId = packetId == LAST_PACKET_ID ? 1 : packetId + 1;
        return packetId;
    }

    /** Nothing is read from a client whose requests wait already. */
    private void listenOn(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(waiting.isEmpty());
    }

    /** Nobody writes more than a client reads. */
    private void send(ChannelHandlerContext context, MqttMessage packet) {
        if (context.channel().isWritable()) {
            context.writeAndFlush(packet);
        } else {
            ReferenceCountUtil.release(packet);
            end(context, "does not read what it is sent");
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            end(context, "silent for too long");
        } else if (event == Closing.NOW) {
            leaving = true;
            if (busy) pending.hurry();
            else end(context, "the service stops");
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.clear();
        if (busy) pending.hurry();
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(context, String.valueOf(cause));
    }

    private void end(ChannelHandlerContext context, String reason) {
        LOG.debug("Session of {} closed: {}", login.deviceId(), reason);
        waiting.clear();
        context.close();
    }
}
