package io.fairlead.adapters.webhook;

import java.nio.file.Path;

/** A file of certificates that an operator named cannot be used; the message says which and why, in one line. */
public final class UnusableAuthorities extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableAuthorities(Path file, String why, Throwable cause) {
        super(file + " cannot be used: " + why, cause);
    }
}
