package io.fairlead.adapters.persistence.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;

/**
 * Ends the transactions that a killed process had marked as committed, but whose changes it had not finished. H2 2.5.252
 * finds them when it opens a file and then leaves them as they are ({@code Transaction.commit} does nothing for a status
 * that is committed already): their rows show the old state, and whoever wants to change one waits in a loop for ever.
 * What H2 means to do there is done here, with the two methods that it has for it.
 */
final class LeftoverTransactions {
    private LeftoverTransactions() {}

    /**
     * Ends them. To be called before anybody else is in the database; finds nothing after an orderly shutdown.
     *
     * @throws DatabaseUnusable when this H2 is another one than is known here
     */
    static void end(Connection connection) throws SQLException {
        TransactionStore store = ((SessionLocal)
                        connection.unwrap(JdbcConnection.class).getSession())
                .getDatabase()
                .getStore()
                .getTransactionStore();
        for (Transaction transaction : store.getOpenTransactions()) {
            if (transaction.getStatus() == Transaction.STATUS_COMMITTED) {
                call(store, "commit", transaction);
                call(store, "endTransaction", transaction);
            }
        }
    }

    /** Both methods take a second argument that is true for one that is being recovered, or has changes. */
    private static void call(TransactionStore store, String name, Transaction transaction) {
        try {
            Method method = TransactionStore.class.getDeclaredMethod(name, Transaction.class, boolean.class);
            method.setAccessible(true);
            method.invoke(store, transaction, true);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("H2 could not end a transaction of a killed process", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new DatabaseUnusable("this version of H2 cannot be made to end the transactions of a killed process; "
                    + "use the version that Fairlead comes with");
        }
    }
}
