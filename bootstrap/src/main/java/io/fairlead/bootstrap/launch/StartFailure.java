package io.fairlead.bootstrap.launch;

/** A start that cannot succeed; the message is the one line that the operator reads. */
final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailure(String message) {
        super(message);
    }
}
