package io.fairlead.adapters.sealing;

/** A text that should hold keys does not. The message is the rest of a sentence that begins with where it stands. */
public final class UnusableKeys extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableKeys(String message) {
        super(message);
    }
}
