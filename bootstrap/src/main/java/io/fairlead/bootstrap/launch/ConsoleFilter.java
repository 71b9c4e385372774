package io.fairlead.bootstrap.launch;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Keeps the console quiet. Levels alone cannot: the container raises some of its own after the log's configuration was read. */
public final class ConsoleFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        return record.getLevel().intValue() >= Level.WARNING.intValue() || isOurs(record.getLoggerName());
    }

    private static boolean isOurs(String logger) {
        return logger != null && logger.startsWith("io.fairlead.");
    }
}
