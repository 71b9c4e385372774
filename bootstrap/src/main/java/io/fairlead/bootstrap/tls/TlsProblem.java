package io.fairlead.bootstrap.tls;

/** The certificates cannot be made or read; the message says what the operator can do. */
public final class TlsProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TlsProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
