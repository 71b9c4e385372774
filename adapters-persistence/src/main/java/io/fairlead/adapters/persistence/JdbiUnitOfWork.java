package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.sql.SecondStatement;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Units of work on one connection each. A write is one transaction at READ COMMITTED, whose every change is a
 * compare-and-set. A read of one statement is that statement alone, without the round trips that begin and end a
 * transaction; a read of several is one snapshot.
 */
public final class JdbiUnitOfWork implements UnitOfWork {
    private final Database database;
    private final Jdbi jdbi;
    private final Sealing sealing;
    private final ConflictRerun conflicts;
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    /**
     * What was seen of each read, by the class of its code. One that was seen to take one statement and now takes another
     * path with several is run again over a snapshot.
     */
    private final Map<Class<?>, ReadExtent> extents = new ConcurrentHashMap<>();

    /**
     * @param sealing what encrypts secrets
     * @param random where the waits between reruns come from
     * @param pause how a thread waits
     */
    public JdbiUnitOfWork(Database database, Sealing sealing, RandomGenerator random, Pause pause) {
        this.database = database;
        this.sealing = sealing;
        this.jdbi = Jdbi.create(database.dataSource());
        this.jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        this.conflicts = new ConflictRerun(random, pause);
    }

    private enum ReadExtent {
        UNKNOWN,
        ONE_STATEMENT,
        SEVERAL_STATEMENTS;

        static ReadExtent of(int statements) {
            return statements > 1 ? SEVERAL_STATEMENTS : ONE_STATEMENT;
        }
    }

    @Override
    public <T> T write(Function<Stores, T> work) {
        T result = alone(() -> conflicts.run(() -> inTransaction(work)));
        database.written();
        return result;
    }

    @Override
    public <T> T read(Function<Stores, T> work) {
        return alone(() -> conflicts.run(() -> overOneState(work)));
    }

    private <T> T inTransaction(Function<Stores, T> work) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(same -> {
                try (SqlSession sql = SqlSession.writing(same, sealing)) {
                    return work.apply(new JdbiStores(sql));
                }
            });
        }
    }

    private <T> T overOneState(Function<Stores, T> work) {
        ReadExtent extent = extents.getOrDefault(work.getClass(), ReadExtent.UNKNOWN);
        if (extent != ReadExtent.ONE_STATEMENT) return overSnapshot(work, extent);
        try (Handle handle = jdbi.open();
                SqlSession sql = SqlSession.ofOneStatement(handle, sealing)) {
            return work.apply(new JdbiStores(sql));
        } catch (SecondStatement e) {
            extents.put(work.getClass(), ReadExtent.SEVERAL_STATEMENTS);
            return overSnapshot(work, ReadExtent.SEVERAL_STATEMENTS);
        }
    }

    private <T> T overSnapshot(Function<Stores, T> work, ReadExtent extent) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(same -> {
                database.kind().fixSnapshot(same.getConnection());
                return overSnapshot(work, extent, same);
            });
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private <T> T overSnapshot(Function<Stores, T> work, ReadExtent extent, Handle handle) {
        try (SqlSession sql = SqlSession.overSnapshot(handle, sealing)) {
            T result = work.apply(new JdbiStores(sql));
            if (extent == ReadExtent.UNKNOWN) extents.putIfAbsent(work.getClass(), ReadExtent.of(sql.statements()));
            return result;
        }
    }

    private <T> T alone(Supplier<T> work) {
        if (inside.get() != null) throw new IllegalStateException("a unit of work must not be nested in another");
        inside.set(Boolean.TRUE);
        try {
            return work.get();
        } finally {
            inside.remove();
        }
    }
}
