package io.fairlead.bootstrap.runtime;

/** The service cannot start, for a reason that its operator can remove; the message is one line that says how. */
public final class StartProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartProblem(String message) {
        super(message);
    }

    public StartProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
