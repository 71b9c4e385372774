package io.fairlead.adapters.amqp;

import io.fairlead.domain.fixture.SomeMoments;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.engine.TransportException;
import org.apache.qpid.proton.engine.impl.TransportImpl;
import org.apache.qpid.proton.message.Message;

/** A device that speaks AMQP as the clients do, by the engine that Java's uses. */
final class Device {
    static final String SCOPE = "0ne00FAIR01";
    static final String API_VERSION = "com.microsoft:api-version";
    static final String CLIENT_VERSION = "com.microsoft:client-version";
    static final String REGISTER = "iotdps-register";
    static final String POLL = "iotdps-get-operationstatus";

    final Transport transport = Transport.Factory.create();
    final Connection connection = Connection.Factory.create();
    final List<Message> answers = new ArrayList<>();
    final Map<Symbol, Object> properties = new HashMap<>(
            Map.of(Symbol.valueOf(API_VERSION), "2019-03-31", Symbol.valueOf(CLIENT_VERSION), "some/1.0"));
    private final Talk talk;
    Session session;
    Sender requests;
    Receiver replies;
    private int tags;

    private Device(Talk talk) {
        this.talk = talk;
        ((TransportImpl) transport).setInitialRemoteMaxFrameSize(4096);
    }

    static String token(String id) {
        return "SharedAccessSignature sr=" + SCOPE + "%2Fregistrations%2F" + id
                + "&sig=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D&se="
                + SomeMoments.TOMORROW.getEpochSecond();
    }

    static String address(String id) {
        return SCOPE + "/registrations/" + id;
    }

    /** Without any login, as clients with a certificate. */
    static Device bare(Talk talk) {
        return new Device(talk);
    }

    static Device plain(Talk talk, String userName, String token) {
        Device device = new Device(talk);
        device.sasl().plain(userName, token);
        return device;
    }

    static Device by(Talk talk, String mechanism) {
        Device device = new Device(talk);
        device.sasl().setMechanisms(mechanism);
        return device;
    }

    /** A device with a token and both links. */
    static Device ready(Talk talk, String id) {
        return plain(talk, address(id), token(id)).open().attach("/" + address(id));
    }

    Sasl sasl() {
        Sasl sasl = transport.sasl();
        sasl.client();
        return sasl;
    }

    Device open() {
        connection.setHostname("localhost:5671");
        connection.setContainer("");
        transport.bind(connection);
        connection.open();
        session = connection.session();
        session.open();
        pump();
        return this;
    }

    /** As the clients: the receiver first. */
    Device attach(String address) {
        listen(address);
        send(address);
        return this;
    }

    Device listen(String address) {
        replies = session.receiver("provision_receiver_link");
        prepare(replies, address);
        replies.open();
        replies.flow(10);
        pump();
        return this;
    }

    Device send(String address) {
        requests = session.sender("provision_sender_link");
        prepare(requests, address);
        requests.open();
        pump();
        return this;
    }

    private void prepare(Link link, String address) {
        Source source = new Source();
        source.setAddress(address);
        Target target = new Target();
        target.setAddress(address);
        link.setSource(source);
        link.setTarget(target);
        link.setProperties(properties);
    }

    Delivery register(String json) {
        return ask(Map.of("iotdps-operation-type", REGISTER), new Data(new Binary(bytes(json))), null);
    }

    Delivery poll(String operation) {
        return ask(Map.of("iotdps-operation-type", POLL, "iotdps-operation-id", operation), null, null);
    }

    Delivery ask(Map<String, Object> properties, Section body, Object correlation) {
        Message message = Message.Factory.create();
        message.setApplicationProperties(new ApplicationProperties(properties));
        message.setBody(body);
        if (correlation != null) message.setCorrelationId(correlation);
        byte[] room = new byte[1 << 20];
        return transfer(Arrays.copyOf(room, message.encode(room, 0, room.length)));
    }

    Delivery transfer(byte[] message) {
        Delivery delivery = requests.delivery(bytes(Integer.toString(tags++)));
        requests.send(message, 0, message.length);
        requests.advance();
        pump();
        return delivery;
    }

    /** Everything that either side has for the other. */
    void pump() {
        boolean moved = true;
        while (moved) {
            moved = false;
            int length = transport.pending();
            if (length > 0) {
                byte[] bytes = new byte[length];
                transport.head().get(bytes);
                transport.pop(length);
                talk.send(bytes);
                moved = true;
            }
            byte[] received = talk.receive();
            if (received.length > 0) {
                take(received);
                moved = true;
            }
            read();
        }
    }

    private void take(byte[] received) {
        ByteBuffer in = ByteBuffer.wrap(received);
        try {
            while (in.hasRemaining() && transport.capacity() > 0) {
                int length = Math.min(transport.capacity(), in.remaining());
                transport.tail().put(in.slice().limit(length));
                in.position(in.position() + length);
                transport.process();
            }
        } catch (TransportException e) {
            throw new AssertionError("the server sent what is no AMQP", e);
        }
    }

    private void read() {
        Delivery delivery = replies == null ? null : replies.current();
        if (delivery == null || delivery.isPartial() || !delivery.isReadable()) return;
        byte[] bytes = new byte[delivery.pending()];
        replies.recv(bytes, 0, bytes.length);
        Message message = Message.Factory.create();
        message.decode(bytes, 0, bytes.length);
        answers.add(message);
        replies.advance();
        delivery.disposition(Accepted.getInstance());
        delivery.settle();
        replies.flow(1);
    }

    /** All that it has sent so far, piece by piece. */
    List<byte[]> sent() {
        return talk.sent;
    }

    boolean isWelcome() {
        return connection.getRemoteState() == EndpointState.ACTIVE;
    }

    /** Why the service refused a message. */
    static ErrorCondition refusal(Delivery delivery) {
        return ((Rejected) delivery.getRemoteState()).getError();
    }

    static String text(Message message) {
        Binary binary = ((Data) message.getBody()).getValue();
        return new String(binary.getArray(), binary.getArrayOffset(), binary.getLength(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
