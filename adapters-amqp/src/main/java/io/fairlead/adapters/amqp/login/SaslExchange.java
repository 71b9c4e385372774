package io.fairlead.adapters.amqp.login;

import java.util.function.Consumer;

/** One mechanism at work on one connection. Called on its event loop, so it must not wait. */
@FunctionalInterface
public interface SaslExchange {
    /**
     * Goes one step on.
     *
     * @param response what the client sent, empty when it sent nothing
     * @param answer called once, perhaps later and by another thread
     */
    void respond(byte[] response, Consumer<SaslStep> answer);
}
