package io.fairlead.application.port;

import java.util.function.Function;

/**
 * The boundary of a database transaction, visible where it is drawn. Thread-safe; must not be nested.
 *
 * <p>The work may be run again after a conflict, so it has no effects except through the {@link Stores} it is handed:
 * no hub is called and nothing is sent inside it. It may ask for that itself by throwing a {@link WriteConflict}.
 */
public interface UnitOfWork {

    /**
     * Runs the work in one transaction and commits it durably when it returns.
     *
     * @throws StoreException when the database cannot be reached or the conflict does not go away; then nothing of the
     *     work has happened, except that after a lost connection during commit that is not known
     */
    <T> T write(Function<Stores, T> work);

    /**
     * Runs the work over one snapshot and writes nothing. A single statement needs no transaction of its own.
     *
     * @throws StoreException when the database cannot be reached
     */
    <T> T read(Function<Stores, T> work);
}
