package io.fairlead.adapters.amqp.engine;

import java.util.Optional;

/** What a connection tells its owner while bytes are received, in their order. */
public interface EngineEvents {
    /** @param idleMillis after how much silence the client gives up; 0 for never */
    void opened(long idleMillis);

    /** A link is wanted. @return why it is refused; empty when it is let in */
    Optional<Fault> attached(LinkOffer link);

    /** A message has come, whole and readable. Answer it by {@link AmqpEngine#accept} or {@link AmqpEngine#reject}. */
    void asked(Request request);

    /** The client has closed; once what is to be sent has left, so should the connection be. */
    void closed();

    /** The connection cannot go on: {@link AmqpEngine#close} is to be called. */
    void broken(Fault fault);
}
