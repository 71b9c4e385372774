package io.fairlead.adapters.persistence.database;

/** The configured database cannot be used. The message is one line, says what to do, and holds no secret. */
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseUnusable(String message) {
        super(message);
    }

    public DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
