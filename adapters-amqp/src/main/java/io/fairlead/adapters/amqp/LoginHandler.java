package io.fairlead.adapters.amqp;

import io.fairlead.adapters.amqp.frame.Frame;
import io.fairlead.adapters.amqp.frame.FrameDecoder;
import io.fairlead.adapters.amqp.frame.Incoming;
import io.fairlead.adapters.amqp.frame.Performative;
import io.fairlead.adapters.amqp.frame.ProtocolHeader;
import io.fairlead.adapters.amqp.login.DeviceLogin;
import io.fairlead.adapters.amqp.login.SaslExchange;
import io.fairlead.adapters.amqp.login.SaslFrames;
import io.fairlead.adapters.amqp.login.SaslMechanisms;
import io.fairlead.adapters.amqp.login.SaslStep;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.transport.listener.Closing;
import io.fairlead.transport.listener.Peer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection before its session: a login by SASL, or AMQP at once for a device that has shown a certificate. The engine
 * is not there yet, so a stranger costs no more than a frame.
 */
final class LoginHandler extends SimpleChannelInboundHandler<Incoming> {
    private static final Logger LOG = LoggerFactory.getLogger(LoginHandler.class);
    private static final int MOST_ROUNDS = 16;
    private static final byte[] NOTHING = new byte[0];

    private final FrameDecoder decoder;
    private final Peer peer;
    private final AmqpSettings settings;
    private final Function<Visitor, DeviceSession> sessions;
    private final SaslMechanisms mechanisms;
    private final Patience patience = new Patience();
    private State state = State.NEW;
    private SaslExchange exchange;
    private DeviceLogin login;
    private int rounds;

    private enum State {
        NEW,
        LISTENING,
        WORKING,
        WELCOME,
        OVER
    }

    /** Who goes on to a session. */
    record Visitor(Peer peer, DeviceLogin login, Patience patience) {}

    LoginHandler(
            FrameDecoder decoder,
            Peer peer,
            AmqpSettings settings,
            SaslMechanisms mechanisms,
            Function<Visitor, DeviceSession> sessions) {
        this.decoder = decoder;
        this.peer = peer;
        this.settings = settings;
        this.mechanisms = mechanisms;
        this.sessions = sessions;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        patience.begin(context, settings.connectTimeout());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Incoming incoming) {
        if (incoming instanceof Incoming.Malformed malformed) {
            malformed(context, malformed.reason());
        } else if (incoming instanceof Frame frame && state == State.LISTENING) {
            step(context, frame);
        } else if (incoming == ProtocolHeader.SASL && state == State.NEW) {
            offer(context);
        } else if (incoming == ProtocolHeader.AMQP && (state == State.NEW || state == State.WELCOME)) {
            enter(context);
        } else if (state != State.OVER) {
            end(context, "out of order");
        }
    }

    private void offer(ChannelHandlerContext context) {
        state = State.LISTENING;
        patience.begin(context, settings.loginTimeout());
        // In one piece: in a WebSocket it is one frame then, and the Java client takes one at a time.
        context.writeAndFlush(
                Unpooled.wrappedBuffer(ProtocolHeader.SASL.bytes(), SaslFrames.mechanisms(mechanisms.names())));
    }

    private void step(ChannelHandlerContext context, Frame frame) {
        byte[] response = NOTHING;
        if (frame.is(Performative.SASL_INIT) && exchange == null) {
            exchange = frame.bytes(0)
                    .map(name -> new String(name, StandardCharsets.US_ASCII))
                    .flatMap(name -> mechanisms.begin(name, text(frame, 2), peer))
                    .orElse((unread, answer) ->
                            answer.accept(new SaslStep.Refusal(false, "there is no such mechanism")));
            response = frame.bytes(1).orElse(NOTHING);
        } else if (frame.is(Performative.SASL_RESPONSE) && exchange != null && ++rounds < MOST_ROUNDS) {
            response = frame.bytes(0).orElse(NOTHING);
        } else {
            end(context, "this frame has no place in a login");
            return;
        }
        state = State.WORKING;
        exchange.respond(response, next -> onLoop(context, () -> take(context, next)));
    }

    private static String text(Frame frame, int field) {
        return frame.bytes(field)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** At once where that is possible: what follows has perhaps been read already. */
    private static void onLoop(ChannelHandlerContext context, Runnable work) {
        if (context.executor().inEventLoop()) work.run();
        else context.executor().execute(work);
    }

    private void take(ChannelHandlerContext context, SaslStep next) {
        if (state != State.WORKING) return;
        if (next instanceof SaslStep.Welcome welcome) {
            state = State.WELCOME;
            login = welcome.login();
            decoder.expectHeader();
            send(context, SaslFrames.welcome());
        } else if (next instanceof SaslStep.Challenge challenge) {
            state = State.LISTENING;
            send(context, SaslFrames.challenge(challenge.bytes()));
        } else if (next instanceof SaslStep.Refusal refusal) {
            LOG.info("Login from {} refused: {}", peer.address().getHostAddress(), refusal.reason());
            state = State.OVER;
            send(context, SaslFrames.refusal(refusal.tryLater())).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void enter(ChannelHandlerContext context) {
        try {
            if (login == null) login = DeviceLogin.byCertificate(peer);
        } catch (ProvisioningException e) {
            LOG.info(
                    "Connection from {} refused: {}",
                    peer.address().getHostAddress(),
                    e.problem().detail());
            end(context, "its certificate is refused");
            return;
        }
        state = State.OVER;
        context.pipeline()
                .addLast(
                        new IdleStateHandler(settings.idleTimeout().toMillis(), 0, 0, TimeUnit.MILLISECONDS),
                        sessions.apply(new Visitor(peer, login, patience)));
        context.fireChannelRead(ProtocolHeader.AMQP);
        context.pipeline().remove(this);
    }

    /** Who speaks something else is told what is spoken here (AMQP 1.0, part 2.2). */
    private void malformed(ChannelHandlerContext context, String reason) {
        if (state == State.NEW) {
            context.writeAndFlush(Unpooled.wrappedBuffer(ProtocolHeader.SASL.bytes()));
        }
        end(context, reason);
    }

    private static ChannelFuture send(ChannelHandlerContext context, byte[] frame) {
        return context.writeAndFlush(Unpooled.wrappedBuffer(frame));
    }

    private void end(ChannelHandlerContext context, String reason) {
        state = State.OVER;
        LOG.debug("Connection from {} closed: {}", peer.address().getHostAddress(), reason);
        context.close();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == Closing.NOW) end(context, "the service stops");
        else context.fireUserEventTriggered(event);
    }

    /** Whoever takes over goes on waiting for the next thing. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        patience.end();
        state = State.OVER;
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(context, String.valueOf(cause));
    }
}
