package io.fairlead.adapters.persistence;

import java.time.Duration;

/** Makes the calling thread wait; handed in, because threads are the runtime's business. */
@FunctionalInterface
public interface Pause {
    /** Returns after this time, or earlier when the thread is interrupted. */
    void last(Duration time);
}
