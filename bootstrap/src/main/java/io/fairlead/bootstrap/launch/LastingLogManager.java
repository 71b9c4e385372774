package io.fairlead.bootstrap.launch;

import java.util.logging.LogManager;

/**
 * Lets the log speak until the end. The JDK's own closes every handler as soon as the process is told to stop, while the service is still finishing what it
 * has begun: the lines that matter would be lost, and the container would fall back to its own noise.
 */
public final class LastingLogManager extends LogManager {

    private static final String CLEANER = LogManager.class.getName() + "$Cleaner";

    @Override
    public void reset() {
        if (!Thread.currentThread().getClass().getName().equals(CLEANER)) {
            super.reset();
        }
    }
}
