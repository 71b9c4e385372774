package io.fairlead.adapters.persistence.sql;

/** A read that was tried without a transaction turns out to need one; nobody but the unit of work sees it. */
public final class SecondStatement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SecondStatement() {
        super("a second statement", null, false, false);
    }
}
