package io.fairlead.bootstrap.runtime;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes the calling thread wait. */
public final class ThreadPause {
    private ThreadPause() {}

    /** Returns after this time, or earlier when the thread is interrupted. */
    public static void last(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
