package io.fairlead.adapters.amqp;

import io.fairlead.adapters.amqp.frame.FrameDecoder;
import io.fairlead.adapters.amqp.login.SaslMechanisms;
import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.transport.listener.Peer;
import io.fairlead.transport.listener.Protocol;
import io.netty.channel.ChannelPipeline;
import java.time.Clock;
import java.util.function.Supplier;

/** The device API over AMQP 1.0, on whatever carries its bytes. */
public final class AmqpProtocol implements Protocol {
    /** Of this transport, in logs and metrics. */
    public static final String NAME = "amqp";

    private final DeviceDesk desk;
    private final Refusals refusals;
    private final AmqpSettings settings;
    private final SaslMechanisms mechanisms;

    /** @param trackingIds names for refusals, new each time */
    public AmqpProtocol(DeviceDesk desk, Supplier<String> trackingIds, Clock clock, AmqpSettings settings) {
        this.desk = desk;
        this.refusals = new Refusals(trackingIds, clock);
        this.settings = settings;
        this.mechanisms = new SaslMechanisms(
                (address, shown, challenged, refused) -> desk.challenge(NAME, address, shown, challenged, refused));
    }

    @Override
    public void begin(ChannelPipeline pipeline, Peer peer) {
        FrameDecoder decoder = new FrameDecoder();
        pipeline.addLast(decoder, new LoginHandler(decoder, peer, settings, mechanisms, this::session));
    }

    private DeviceSession session(LoginHandler.Visitor visitor) {
        return new DeviceSession(desk, refusals, settings, visitor);
    }
}
