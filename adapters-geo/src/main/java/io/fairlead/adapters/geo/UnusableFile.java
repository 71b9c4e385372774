package io.fairlead.adapters.geo;

import java.nio.file.Path;

/** A file that an operator named cannot be used; the message says which, where and why, in one line. */
public final class UnusableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableFile(Path file, String why, Throwable cause) {
        super(file + " cannot be used: " + why, cause);
    }
}
