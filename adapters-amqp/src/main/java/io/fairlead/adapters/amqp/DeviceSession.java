package io.fairlead.adapters.amqp;

import io.fairlead.adapters.amqp.engine.AmqpEngine;
import io.fairlead.adapters.amqp.engine.EngineEvents;
import io.fairlead.adapters.amqp.engine.EngineSettings;
import io.fairlead.adapters.amqp.engine.Fault;
import io.fairlead.adapters.amqp.engine.LinkOffer;
import io.fairlead.adapters.amqp.engine.Request;
import io.fairlead.adapters.amqp.frame.Frame;
import io.fairlead.adapters.amqp.frame.FrameDecoder;
import io.fairlead.adapters.amqp.frame.Incoming;
import io.fairlead.adapters.amqp.frame.ProtocolHeader;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.device.DeviceAnswer;
import io.fairlead.adapters.wire.device.DeviceCaller;
import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.adapters.wire.device.DeviceQuestion;
import io.fairlead.adapters.wire.device.PendingAnswer;
import io.fairlead.transport.listener.Closing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device after its login. Its requests are worked on one after the other, in their order; whatever breaks the protocol,
 * or has no place in that of DPS, ends the link or the connection with a reason.
 *
 * <p>All fields belong to the connection's event loop. What a client can make it hold is bounded: a few requests that wait
 * (reading stops meanwhile) and a few answers.
 */
final class DeviceSession extends SimpleChannelInboundHandler<Incoming> implements EngineEvents {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);
    /** Of one message: the largest body and what comes with it. */
    static final int LARGEST_MESSAGE = RequestBody.MAX_BYTES + 4096;

    static final int CREDIT = 10;
    private static final int SHORTEST_HEARTBEAT_MILLIS = 1000;
    private static final byte[] HEARTBEAT = {0, 0, 0, 8, 2, 0, 0, 0};

    private final DeviceDesk desk;
    private final Refusals refusals;
    private final AmqpSettings settings;
    private final Patience patience;
    private final Claims claims;
    private final AmqpEngine engine;
    private final FrameOrder order = new FrameOrder();
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final ByteArrayOutputStream outgoing = new ByteArrayOutputStream();
    private ChannelHandlerContext context;
    private Optional<PendingAnswer> pending = Optional.empty();
    private Optional<DeviceCaller> counted = Optional.empty();
    private boolean busy;
    private boolean leaving;
    private boolean over;

    DeviceSession(DeviceDesk desk, Refusals refusals, AmqpSettings settings, LoginHandler.Visitor visitor) {
        this.desk = desk;
        this.refusals = refusals;
        this.settings = settings;
        this.patience = visitor.patience();
        this.claims = new Claims(visitor.login(), visitor.peer().address().getHostAddress());
        this.engine = new AmqpEngine(
                new EngineSettings(FrameDecoder.LARGEST_FRAME, LARGEST_MESSAGE, CREDIT, settings.idleTimeout()), this);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        patience.begin(context, settings.connectTimeout());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ignored, Incoming incoming) {
        if (over) return;
        if (incoming instanceof Frame frame) received(frame);
        else if (incoming instanceof ProtocolHeader header) engine.received(header.bytes());
        else if (incoming instanceof Incoming.Malformed malformed) {
            broken(new Fault("amqp:connection:framing-error", malformed.reason()));
        }
        collect();
    }

    /** All that was said to what came together goes together: in a WebSocket it is one frame then. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ignored) {
        flush();
        context.fireChannelReadComplete();
    }

    private void received(Frame frame) {
        Optional<Fault> fault = order.admit(frame);
        if (fault.isPresent()) broken(fault.get());
        else if (frame.body().isPresent()) engine.received(frame.bytes());
    }

    @Override
    public void opened(long idleMillis) {
        patience.begin(context, settings.connectTimeout());
        if (idleMillis == 0) return;
        if (idleMillis < SHORTEST_HEARTBEAT_MILLIS) {
            broken(new Fault("amqp:not-allowed", "an idle-time-out of less than a second cannot be met"));
            return;
        }
        context.pipeline()
                .addBefore(context.name(), null, new IdleStateHandler(0, idleMillis / 2, 0, TimeUnit.MILLISECONDS));
    }

    @Override
    public Optional<Fault> attached(LinkOffer link) {
        Optional<Fault> refusal = claims.take(link);
        if (refusal.isEmpty()) {
            patience.end();
            arrive();
        }
        refusal.ifPresent(it -> LOG.info("Link of {} refused: {}", claims.who(), it.description()));
        return refusal;
    }

    /** Its login is over with the first link that says all there is to say. */
    private void arrive() {
        if (counted.isPresent()) return;
        counted = claims.caller();
        counted.ifPresent(desk::arrived);
    }

    /** Also when the connection is gone: the pipeline is emptied then. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ignored) {
        counted.ifPresent(desk::left);
    }

    @Override
    public void asked(Request request) {
        if (engine.unsent() >= CREDIT) {
            broken(new Fault("amqp:resource-limit-exceeded", "the answers are not taken: give credit for them"));
        } else if (busy) {
            waiting.add(request);
        } else {
            begin(request);
        }
        listenOn();
    }

    private void begin(Request request) {
        Optional<DeviceCaller> caller = claims.caller();
        Optional<DeviceQuestion> question = Questions.of(request);
        if (!engine.canAnswer()) {
            answer(request, refusals.of("attach a link for the answers before asking"));
        } else if (caller.isEmpty()) {
            answer(request, refusals.of("the links name no com.microsoft:api-version; send one such as 2019-03-31"));
        } else if (question.isEmpty()) {
            answer(request, refusals.of(Questions.ADVICE));
        } else {
            work(caller.get(), question.get(), request);
        }
    }

    private void work(DeviceCaller caller, DeviceQuestion question, Request request) {
        busy = true;
        pending = Optional.of(desk.work(
                caller,
                question,
                context.executor(),
                answer -> context.executor().execute(() -> hold(request, answer))));
        if (leaving) pending.get().hurry();
    }

    /** Holds an answer back for a client that would lose it; no thread waits. */
    private void hold(Request request, DeviceAnswer answer) {
        if (claims.losesEarlyAnswers()) {
            context.executor()
                    .schedule(
                            () -> finish(request, answer),
                            settings.earlyAnswerDelay().toMillis(),
                            TimeUnit.MILLISECONDS);
        } else {
            finish(request, answer);
        }
    }

    private void finish(Request request, DeviceAnswer answer) {
        busy = false;
        pending = Optional.empty();
        if (over) return;
        answer(request, answer);
        while (!busy && !over && !waiting.isEmpty()) begin(waiting.remove());
        if (!busy && leaving) stop();
        flush();
        listenOn();
    }

    private void answer(Request request, DeviceAnswer answer) {
        try {
            if (Outcomes.isRefusal(answer)) engine.reject(request, Outcomes.fault(answer));
            else engine.accept(request, answer.json(), answer.retryAfter());
        } catch (RuntimeException e) {
            LOG.debug("Answer to {} cannot be sent", claims.who(), e);
            broken(new Fault("amqp:internal-error", "the answer cannot be sent"));
        }
    }

    /** Nothing is read from a client whose requests wait already. */
    private void listenOn() {
        context.channel().config().setAutoRead(waiting.isEmpty());
    }

    @Override
    public void closed() {
        over = true;
    }

    @Override
    public void broken(Fault fault) {
        if (over) return;
        over = true;
        LOG.debug("Session of {} closed: {}", claims.who(), fault);
        try {
            engine.close(Optional.of(fault));
        } catch (RuntimeException e) {
            LOG.debug("Session of {} cannot be closed in order", claims.who(), e);
        }
    }

    private void stop() {
        broken(new Fault("amqp:connection:forced", "the service stops"));
    }

    /** Nobody writes more than a client reads. */
    private void flush() {
        if (!context.channel().isWritable()) {
            LOG.debug("{} does not read what it is sent", claims.who());
            end();
            return;
        }
        collect();
        ByteBuf out = Unpooled.wrappedBuffer(outgoing.toByteArray());
        outgoing.reset();
        if (over) {
            waiting.clear();
            context.writeAndFlush(out).addListener(ChannelFutureListener.CLOSE);
        } else if (out.isReadable()) {
            context.writeAndFlush(out);
        }
    }

    /** After each frame, since the engine goes on only when it has been let speak. */
    private void collect() {
        try {
            outgoing.writeBytes(engine.output());
        } catch (RuntimeException e) {
            LOG.debug("Session of {} broke", claims.who(), e);
            over = true;
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ignored, Object event) {
        if (event instanceof IdleStateEvent idle && idle.state() == IdleState.WRITER_IDLE) {
            context.writeAndFlush(Unpooled.wrappedBuffer(HEARTBEAT));
        } else if (event instanceof IdleStateEvent) {
            broken(new Fault("amqp:resource-limit-exceeded", "silent for too long"));
            flush();
        } else if (event == Closing.NOW) {
            leave();
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    private void leave() {
        leaving = true;
        pending.ifPresent(PendingAnswer::hurry);
        if (!busy) {
            stop();
            flush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ignored) {
        over = true;
        patience.end();
        waiting.clear();
        pending.ifPresent(PendingAnswer::hurry);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ignored, Throwable cause) {
        LOG.debug("Session of {} closed", claims.who(), cause);
        end();
    }

    private void end() {
        over = true;
        waiting.clear();
        context.close();
    }
}
