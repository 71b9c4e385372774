package io.fairlead.adapters.amqp.frame;

import java.util.Arrays;
import java.util.Optional;

/** What frames can say, by their descriptors (AMQP 1.0, parts 2.7 and 5.3.3). */
public enum Performative {
    OPEN(Frame.Type.AMQP, 0x10),
    BEGIN(Frame.Type.AMQP, 0x11),
    ATTACH(Frame.Type.AMQP, 0x12),
    FLOW(Frame.Type.AMQP, 0x13),
    TRANSFER(Frame.Type.AMQP, 0x14),
    DISPOSITION(Frame.Type.AMQP, 0x15),
    DETACH(Frame.Type.AMQP, 0x16),
    END(Frame.Type.AMQP, 0x17),
    CLOSE(Frame.Type.AMQP, 0x18),
    SASL_INIT(Frame.Type.SASL, 0x41),
    SASL_RESPONSE(Frame.Type.SASL, 0x43);

    private final Frame.Type type;
    private final long code;

    Performative(Frame.Type type, long code) {
        this.type = type;
        this.code = code;
    }

    static Optional<Performative> of(Frame.Type type, long code) {
        return Arrays.stream(values())
                .filter(it -> it.type == type && it.code == code)
                .findFirst();
    }
}
