package io.fairlead.adapters.amqp.engine;

import io.fairlead.adapters.amqp.frame.MessageBytes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.amqp.messaging.Section;
import org.apache.qpid.proton.codec.WritableBuffer;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.message.Message;

/** Messages of devices into requests, and answers into messages. */
final class Messages {
    private static final int ROOM_BESIDE_BODY = 4096;
    private static final int LONGEST_CORRELATION = 1024;
    private static final byte[] NOTHING = new byte[0];
    private static final String[] RETRY_KEYS = {"retry-after", "Retry-After"};

    private Messages() {}

    /** Empty when the bytes are no message, or one whose body is neither data nor a text. */
    static Optional<Request> read(Delivery delivery, byte[] bytes) {
        if (!MessageBytes.areSound(bytes)) return Optional.empty();
        try {
            Message message = Message.Factory.create();
            message.decode(bytes, 0, bytes.length);
            Object correlation = correlation(message);
            return body(message.getBody())
                    .filter(body -> isShort(correlation))
                    .map(body -> new Request(delivery, properties(message), correlation, body));
        } catch (RuntimeException e) {
            // Whatever the decoder makes of it: it is no message.
            return Optional.empty();
        }
    }

    private static Map<String, Object> properties(Message message) {
        ApplicationProperties properties = message.getApplicationProperties();
        return properties == null || properties.getValue() == null ? Map.of() : properties.getValue();
    }

    /** What the client wants to know its answer by; the standard falls back to the id of the request. */
    private static Object correlation(Message message) {
        Object correlation = message.getCorrelationId();
        return correlation == null ? message.getMessageId() : correlation;
    }

    private static boolean isShort(Object correlation) {
        return !(correlation instanceof String text && text.length() > LONGEST_CORRELATION
                || correlation instanceof Binary binary && binary.getLength() > LONGEST_CORRELATION);
    }

    /** C# and Node send an empty value, or nothing, where they have nothing to say. */
    private static Optional<byte[]> body(Section body) {
        Object content =
                body instanceof Data data ? data.getValue() : body instanceof AmqpValue value ? value.getValue() : body;
        if (content == null) return Optional.of(NOTHING);
        if (content instanceof Binary binary) return Optional.of(copy(binary));
        if (content instanceof String text) return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        return Optional.empty();
    }

    private static byte[] copy(Binary binary) {
        byte[] bytes = new byte[binary.getLength()];
        binary.asByteBuffer().get(bytes);
        return bytes;
    }

    /** An answer: its JSON as data, and the time to wait under both names that clients look for. */
    static byte[] answer(byte[] json, OptionalLong retryAfter, Object correlation) {
        Message message = Message.Factory.create();
        if (correlation != null) {
            Properties properties = new Properties();
            properties.setCorrelationId(correlation);
            message.setProperties(properties);
        }
        if (retryAfter.isPresent()) {
            message.setApplicationProperties(new ApplicationProperties(retry(retryAfter.getAsLong())));
        }
        message.setBody(new Data(new Binary(json)));
        byte[] buffer = new byte[json.length + ROOM_BESIDE_BODY];
        int length = message.encode(WritableBuffer.ByteBufferWrapper.wrap(buffer));
        byte[] bytes = new byte[length];
        System.arraycopy(buffer, 0, bytes, 0, length);
        return bytes;
    }

    private static Map<String, Object> retry(long seconds) {
        Map<String, Object> hints = new HashMap<>();
        for (String key : RETRY_KEYS) hints.put(key, (int) seconds);
        return hints;
    }
}
