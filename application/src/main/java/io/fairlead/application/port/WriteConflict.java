package io.fairlead.application.port;

/**
 * Thrown by the work inside a {@link UnitOfWork} when a compare-and-set found another writer's version: the transaction
 * is rolled back and the work is run again, a bounded number of times.
 */
public final class WriteConflict extends StoreException {
    private static final long serialVersionUID = 1L;

    public WriteConflict(String message) {
        super(message, null);
    }
}
