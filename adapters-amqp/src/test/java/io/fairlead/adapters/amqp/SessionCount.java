package io.fairlead.adapters.amqp;

import io.fairlead.adapters.wire.device.DeskObserver;

/** Counts who is there. */
final class SessionCount implements DeskObserver {
    int present;

    @Override
    public void arrived(String transport) {
        present++;
    }

    @Override
    public void left(String transport) {
        present--;
    }

    @Override
    public void answered(String transport, String question, int status) {
        // The desk's own tests look at that.
    }
}
