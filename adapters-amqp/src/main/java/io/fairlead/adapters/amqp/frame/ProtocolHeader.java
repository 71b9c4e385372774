package io.fairlead.adapters.amqp.frame;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** The eight bytes with which each layer of a connection begins (AMQP 1.0, parts 2.2 and 5.3.1): version 1.0.0 of each. */
public enum ProtocolHeader implements Incoming {
    /** Messages follow. Clients with a certificate begin with it (Java, C#, C, Node). */
    AMQP(0),
    /** A login follows. */
    SASL(3);

    static final int LENGTH = 8;

    private final byte[] bytes;

    ProtocolHeader(int layer) {
        bytes = new byte[] {'A', 'M', 'Q', 'P', (byte) layer, 1, 0, 0};
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The one that stands there; at least {@link #LENGTH} bytes must. */
    static Optional<ProtocolHeader> at(ByteBuf in) {
        return AMQP.begins(in) ? Optional.of(AMQP) : SASL.begins(in) ? Optional.of(SASL) : Optional.empty();
    }

    /** Whether one of them can still come of these bytes. */
    static boolean mayBecome(ByteBuf in) {
        return AMQP.begins(in) || SASL.begins(in);
    }

    private boolean begins(ByteBuf in) {
        int length = Math.min(LENGTH, in.readableBytes());
        for (int i = 0; i < length; i++) {
            if (in.getByte(in.readerIndex() + i) != bytes[i]) return false;
        }
        return true;
    }
}
