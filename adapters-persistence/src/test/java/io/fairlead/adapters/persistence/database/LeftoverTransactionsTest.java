package io.fairlead.adapters.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that was killed between marking a transaction as committed and finishing its changes. */
class LeftoverTransactionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void rowShouldShowWhatWasCommittedAndLetItselfBeChanged() throws Exception {
        Path copy = killedWhileCommitting();

        try (Database database = Database.open(DatabaseSettings.embedded(copy));
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(value(statement)).isEqualTo(1);
            assertTimeoutPreemptively(PATIENCE, () -> statement.execute("update t set v = v + 1 where id = 7"));
            assertThat(value(statement)).isEqualTo(2);
        }
    }

    /** When this fails, H2 has mended it, and {@link LeftoverTransactions} can go. */
    @Test
    void databaseShouldStillLeaveTheTransactionOpenByItself() throws Exception {
        Path copy = killedWhileCommitting();

        try (Connection connection = open(copy);
                Statement statement = connection.createStatement()) {
            assertThat(store(connection).getOpenTransactions())
                    .extracting(Transaction::getStatus)
                    .contains(Transaction.STATUS_COMMITTED);
            assertThat(value(statement)).isZero();
        }
    }

    /** A copy of the file as it stood at that moment. */
    private Path killedWhileCommitting() throws Exception {
        Path copy = Files.createDirectory(directory.resolve("copy"));
        try (Database database = Database.open(DatabaseSettings.embedded(directory));
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id int primary key, v int)");
            statement.execute("insert into t values (7, 0)");
            connection.setAutoCommit(false);
            statement.execute("update t set v = 1 where id = 7");
            List<Transaction> own = store(connection).getOpenTransactions();
            for (Transaction transaction : own) {
                mark(store(connection), transaction);
            }
            MVStore file = session(connection).getDatabase().getStore().getMvStore();
            file.commit();
            file.sync();
            Files.copy(directory.resolve("fairlead.mv.db"), copy.resolve("fairlead.mv.db"));
            session(connection).getDatabase().shutdownImmediately();
        } catch (SQLException e) {
            // Of closing what has been shut down.
        }
        return copy;
    }

    private static void mark(TransactionStore store, Transaction transaction) throws ReflectiveOperationException {
        Method id = Transaction.class.getDeclaredMethod("getLogId");
        id.setAccessible(true);
        Method mark = TransactionStore.class.getDeclaredMethod("markUndoLogAsCommitted", int.class, long.class);
        mark.setAccessible(true);
        if ((long) id.invoke(transaction) > 0) {
            mark.invoke(store, transaction.getId(), id.invoke(transaction));
        }
    }

    private static Connection open(Path directory) throws SQLException {
        DatabaseSettings settings = DatabaseSettings.embedded(directory);
        return DriverManager.getConnection(H2Url.complete(settings.url()), settings.user(), settings.password());
    }

    private static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }

    private static TransactionStore store(Connection connection) throws SQLException {
        return session(connection).getDatabase().getStore().getTransactionStore();
    }

    private static int value(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select v from t where id = 7")) {
            row.next();
            return row.getInt(1);
        }
    }
}
