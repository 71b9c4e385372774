package io.fairlead.architecture.bad.adapters.amqp;

import org.apache.qpid.proton.engine.Delivery;

/** Breaks rule 8: the library for AMQP stays behind the engine. */
public final class SpeaksAmqpItself {
    int length(Delivery message) {
        return message.pending();
    }
}
