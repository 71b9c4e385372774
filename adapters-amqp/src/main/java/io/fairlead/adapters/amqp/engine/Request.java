package io.fairlead.adapters.amqp.engine;

import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.engine.Delivery;

/** A message of the device that wants an outcome and an answer. */
public final class Request {
    private final Delivery delivery;
    private final Map<String, Object> properties;
    private final Object correlation;
    private final byte[] body;

    Request(Delivery delivery, Map<String, Object> properties, Object correlation, byte[] body) {
        this.delivery = delivery;
        this.properties = properties;
        this.correlation = correlation;
        this.body = body;
    }

    /** An application property that is a text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(properties.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** The content of the data section, or of a value that is a text; empty when there is none. */
    public byte[] body() {
        return body.clone();
    }

    Delivery delivery() {
        return delivery;
    }

    /** What the answer must carry, of whatever type; null when the client does not ask for any. */
    Object correlation() {
        return correlation;
    }
}
