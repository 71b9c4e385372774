package io.fairlead.adapters.amqp.frame;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One frame (AMQP 1.0, part 2.3), whole and well formed.
 *
 * @param bytes all of it, header included
 * @param body absent in the empty frame by which a client says that it is still there
 */
public record Frame(Type type, int channel, byte[] bytes, Optional<FrameBody> body) implements Incoming {
    static final int HEADER = 8;
    private static final int DATA_OFFSET_AT = 4;
    private static final int TYPE_AT = 5;
    private static final int CHANNEL_AT = 6;

    /** What a frame belongs to. */
    public enum Type {
        AMQP,
        SASL
    }

    static Frame read(byte[] bytes) throws MalformedValue {
        int offset = (bytes[DATA_OFFSET_AT] & 0xff) * 4;
        int type = bytes[TYPE_AT] & 0xff;
        if (offset < HEADER || offset > bytes.length) throw new MalformedValue("a frame's data offset is wrong");
        if (type > 1) throw new MalformedValue("there is no such type of frame");
        int channel = (bytes[CHANNEL_AT] & 0xff) << 8 | bytes[CHANNEL_AT + 1] & 0xff;
        Optional<FrameBody> body =
                offset == bytes.length ? Optional.empty() : Optional.of(FrameBody.read(bytes, offset));
        Frame frame = new Frame(Type.values()[type], channel, bytes, body);
        if (body.isPresent() && !frame.is(Performative.TRANSFER) && body.get().end() != bytes.length) {
            throw new MalformedValue("something follows where nothing may");
        }
        return frame;
    }

    public boolean is(Performative performative) {
        return performative().filter(performative::equals).isPresent();
    }

    /** What it says; empty in an empty frame, and when it says what nobody knows. */
    public Optional<Performative> performative() {
        return body.flatMap(it -> Performative.of(type, it.code()));
    }

    /** A field that is an unsigned 32-bit number; empty when it is not. */
    public OptionalLong uint(int field) {
        return body.map(it -> it.uint(field)).orElse(OptionalLong.empty());
    }

    /** The content of a field that is a binary, a string or a symbol; empty when it is not. */
    public Optional<byte[]> bytes(int field) {
        return body.flatMap(it -> it.bytes(field));
    }
}
