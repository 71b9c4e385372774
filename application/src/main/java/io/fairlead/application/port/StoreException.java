package io.fairlead.application.port;

/** The database did not do what was asked, for a reason that is not the caller's; trying again may help. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
