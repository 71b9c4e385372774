package io.fairlead.adapters.amqp.frame;

/** Bytes that are no value of AMQP, or one beyond all bounds. */
final class MalformedValue extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason repeats nothing of the bytes */
    MalformedValue(String reason) {
        super(reason, null, false, false);
    }
}
