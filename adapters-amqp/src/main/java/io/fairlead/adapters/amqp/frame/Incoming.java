package io.fairlead.adapters.amqp.frame;

/** What a client's bytes turn out to be. */
public sealed interface Incoming permits ProtocolHeader, Frame, Incoming.Malformed {

    /**
     * No AMQP; nothing more is read of the connection.
     *
     * @param reason for the log and for the client; repeats nothing of what came
     */
    record Malformed(String reason) implements Incoming {}
}
