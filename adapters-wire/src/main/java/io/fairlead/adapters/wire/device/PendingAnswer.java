package io.fairlead.adapters.wire.device;

import java.util.concurrent.CompletableFuture;

/** An answer that has not been given yet. Thread-safe. */
public final class PendingAnswer {
    private CompletableFuture<Boolean> held;
    private boolean hurried;

    PendingAnswer() {}

    /** Has it given with what is known, if it is only held back; may be repeated, and comes to nothing once it is given. */
    public void hurry() {
        CompletableFuture<Boolean> end;
        synchronized (this) {
            hurried = true;
            end = held;
        }
        if (end != null) end.complete(false);
    }

    /** It waits for this now, unless it is to hurry. */
    void hold(CompletableFuture<Boolean> end) {
        boolean wait;
        synchronized (this) {
            held = end;
            wait = !hurried;
        }
        if (!wait) end.complete(false);
    }
}
