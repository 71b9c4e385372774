package io.fairlead.adapters.amqp.frame;

/** The bytes of a whole message (AMQP 1.0, part 3.2): sections, one after the other. */
public final class MessageBytes {
    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 4096;

    private MessageBytes() {}

    /** Whether they can be decoded without harm. */
    public static boolean areSound(byte[] message) {
        ValueWalk walk = new ValueWalk(message, 0, message.length, DEEPEST, MOST_VALUES);
        try {
            while (!walk.atEnd()) walk.value();
            return true;
        } catch (MalformedValue e) {
            return false;
        }
    }
}
