package io.fairlead.adapters.amqp.engine;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Collector;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;

/**
 * One connection's protocol, run by Qpid Proton-J: bytes in, events and bytes out. Everything Proton is in this class and
 * {@link Messages}, so that another library could take its place. It is handed whole frames that have been proven well
 * formed and in order; what it throws all the same becomes {@link EngineEvents#broken}.
 *
 * <p>Not thread-safe: all calls belong to the connection's event loop.
 */
public final class AmqpEngine {
    /** The number of the last channel: a client uses one session, and may use a few. */
    public static final int LAST_CHANNEL = 3;

    private static final int SESSION_BYTES = 64 * 1024;
    private static final int MOST_TRANSFERS = 1024;
    private static final int MOST_UNCONFIRMED = 32;

    private final EngineSettings settings;
    private final EngineEvents events;
    private final Transport transport = Transport.Factory.create();
    private final Connection connection = Connection.Factory.create();
    private final Collector collector = Collector.Factory.create();
    private final Set<Link> links = new HashSet<>();
    private final Deque<Delivery> unconfirmed = new ArrayDeque<>();
    private Sender answers;
    private int unanswered;
    private long answered;

    public AmqpEngine(EngineSettings settings, EngineEvents events) {
        this.settings = settings;
        this.events = events;
        transport.setMaxFrameSize(settings.largestFrame());
        transport.setOutboundFrameSizeLimit(settings.largestFrame());
        transport.setChannelMax(LAST_CHANNEL);
        transport.setMaxTransfersPerDelivery(MOST_TRANSFERS);
        transport.setEmitFlowEventOnSend(false);
        // Proton announces half of it. It would cut clients off itself if its clock were driven, which it is not.
        transport.setIdleTimeout((int) Math.min(settings.idleTimeout().toMillis(), Integer.MAX_VALUE));
        connection.setContainer("fairlead");
        connection.collect(collector);
        transport.bind(connection);
    }

    /** Takes a header or a whole frame. */
    public void received(byte[] bytes) {
        try {
            for (int at = 0; at < bytes.length && transport.capacity() > 0; ) {
                int length = Math.min(transport.capacity(), bytes.length - at);
                transport.tail().put(bytes, at, length);
                transport.process();
                at += length;
            }
            tell();
        } catch (RuntimeException | StackOverflowError e) {
            events.broken(new Fault("amqp:decode-error", "the frame cannot be understood where it stands"));
        }
    }

    private void tell() {
        for (Event event = collector.peek(); event != null; event = collector.peek()) {
            switch (event.getType()) {
                case CONNECTION_REMOTE_OPEN -> open();
                case CONNECTION_REMOTE_CLOSE -> {
                    connection.close();
                    events.closed();
                }
                case SESSION_REMOTE_OPEN -> begin(event.getSession());
                case SESSION_REMOTE_CLOSE -> end(event.getSession());
                case LINK_REMOTE_OPEN -> attach(event.getLink());
                case LINK_REMOTE_CLOSE, LINK_REMOTE_DETACH -> detach(event.getLink());
                case LINK_FLOW -> flow(event.getLink());
                case DELIVERY -> delivery(event.getDelivery());
                case TRANSPORT_ERROR -> events.closed();
                default -> {
                    // What the engine did itself.
                }
            }
            collector.pop();
        }
    }

    private void open() {
        connection.open();
        events.opened(Integer.toUnsignedLong(transport.getRemoteIdleTimeout()));
    }

    private static void begin(Session session) {
        session.setIncomingCapacity(SESSION_BYTES);
        session.open();
    }

    private void end(Session session) {
        links.stream().filter(link -> link.getSession() == session).toList().forEach(this::detach);
        session.close();
        session.free();
    }

    private void attach(Link link) {
        links.add(link);
        boolean toService = link instanceof Receiver;
        String source =
                link.getRemoteSource() == null ? null : link.getRemoteSource().getAddress();
        String target = link.getRemoteTarget() instanceof Target it ? it.getAddress() : null;
        String address = toService ? target : source;
        Optional<Fault> refusal = events.attached(
                new LinkOffer(toService, address == null ? "" : address, texts(link.getRemoteProperties())));
        if (refusal.isPresent()) refuse(link, refusal.get());
        else accept(link, source, target);
    }

    private void accept(Link link, String source, String target) {
        Source from = new Source();
        from.setAddress(source);
        Target to = new Target();
        to.setAddress(target);
        link.setSource(from);
        link.setTarget(to);
        link.setSenderSettleMode(link.getRemoteSenderSettleMode());
        link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
        // The C client gives up where this is missing.
        link.setMaxMessageSize(UnsignedLong.valueOf(settings.largestMessage()));
        link.open();
        if (link instanceof Receiver requests) requests.flow(settings.credit());
        else answers = (Sender) link;
    }

    /** A link has to be there before it can be taken away with a reason. */
    private static void refuse(Link link, Fault fault) {
        link.open();
        link.setCondition(condition(fault));
        link.close();
    }

    private void detach(Link link) {
        if (link == answers) answers = null;
        if (links.remove(link)) {
            link.close();
            link.free();
        }
    }

    /** A client that takes its credit back wants to know that nothing more comes. */
    private static void flow(Link link) {
        if (link instanceof Sender sender && sender.getDrain() && sender.getQueued() == 0) sender.drained();
    }

    private void delivery(Delivery delivery) {
        if (delivery.getLink() instanceof Receiver requests) {
            if (requests.current() == delivery && isOpen(requests)) read(requests, delivery);
        } else if (delivery.remotelySettled() || delivery.getRemoteState() != null) {
            unconfirmed.remove(delivery);
            delivery.settle();
        }
    }

    /** What has come of a message so far is taken at once, so that the engine keeps none of it. */
    private void read(Receiver requests, Delivery delivery) {
        if (!(delivery.getContext() instanceof ByteArrayOutputStream)) {
            delivery.setContext(new ByteArrayOutputStream());
        }
        ByteArrayOutputStream message = (ByteArrayOutputStream) delivery.getContext();
        byte[] piece = new byte[delivery.pending()];
        int length = requests.recv(piece, 0, piece.length);
        if (length > 0) message.write(piece, 0, length);
        if (message.size() > settings.largestMessage()) {
            delivery.setContext(null);
            refuse(
                    requests,
                    new Fault(
                            "amqp:link:message-size-exceeded",
                            "a message has at most " + settings.largestMessage() + " bytes"));
        } else if (delivery.isAborted()) {
            requests.advance();
            delivery.settle();
            requests.flow(1);
        } else if (!delivery.isPartial()) {
            delivery.setContext(null);
            requests.advance();
            ask(delivery, message.toByteArray());
        }
    }

    private void ask(Delivery delivery, byte[] message) {
        if (++unanswered > settings.credit()) {
            events.broken(new Fault("amqp:link:transfer-limit-exceeded", "a message came without credit"));
            return;
        }
        Optional<Request> request = Messages.read(delivery, message);
        if (request.isPresent()) events.asked(request.get());
        else settle(delivery, rejected(new Fault("amqp:decode-error", "this is no message with a body of data")));
    }

    /** Answers with a message. */
    public void accept(Request request, byte[] json, OptionalLong retryAfter) {
        settle(request.delivery(), Accepted.getInstance());
        if (answers == null || !isOpen(answers)) return;
        byte[] message = Messages.answer(json, retryAfter, request.correlation());
        Delivery delivery = answers.delivery(Long.toString(answered++).getBytes(StandardCharsets.US_ASCII));
        answers.send(message, 0, message.length);
        answers.advance();
        if (answers.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED) {
            delivery.settle();
        } else {
            unconfirmed.add(delivery);
            if (unconfirmed.size() > MOST_UNCONFIRMED) unconfirmed.remove().settle();
        }
    }

    /** Answers with an error. */
    public void reject(Request request, Fault fault) {
        settle(request.delivery(), rejected(fault));
    }

    private void settle(Delivery delivery, DeliveryState outcome) {
        unanswered--;
        Link requests = delivery.getLink();
        if (!isOpen(requests)) return;
        delivery.disposition(outcome);
        delivery.settle();
        ((Receiver) requests).flow(1);
    }

    private static boolean isOpen(Link link) {
        return link.getLocalState() == EndpointState.ACTIVE && link.getRemoteState() == EndpointState.ACTIVE;
    }

    /** Whether the device has a link by which an answer can reach it. */
    public boolean canAnswer() {
        return answers != null && isOpen(answers);
    }

    /** Answers that wait until the device gives credit for them. */
    public int unsent() {
        return answers == null ? 0 : answers.getQueued();
    }

    /** Closes; what is to be sent then is the last. May be repeated. */
    public void close(Optional<Fault> fault) {
        if (connection.getLocalState() == EndpointState.UNINITIALIZED) connection.open();
        fault.ifPresent(it -> connection.setCondition(condition(it)));
        connection.close();
    }

    /** What is to be sent now. */
    public byte[] output() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int length = transport.pending(); length > 0; length = transport.pending()) {
            ByteBuffer head = transport.head();
            byte[] bytes = new byte[length];
            head.get(bytes);
            out.writeBytes(bytes);
            transport.pop(length);
        }
        return out.toByteArray();
    }

    private static Rejected rejected(Fault fault) {
        Rejected rejected = new Rejected();
        rejected.setError(condition(fault));
        return rejected;
    }

    private static ErrorCondition condition(Fault fault) {
        ErrorCondition condition = new ErrorCondition(Symbol.valueOf(fault.condition()), fault.description());
        Map<Symbol, Object> info = new HashMap<>();
        fault.info().forEach((key, value) -> info.put(Symbol.valueOf(key), value));
        if (!info.isEmpty()) condition.setInfo(info);
        return condition;
    }

    private static Map<String, String> texts(Map<Symbol, Object> properties) {
        Map<String, String> texts = new HashMap<>();
        if (properties != null) {
            properties.forEach((key, value) -> {
                if (value instanceof String text) texts.put(key.toString(), text);
            });
        }
        return texts;
    }
}
