package io.fairlead.adapters.persistence.sql;

import io.fairlead.adapters.sealing.Sealing;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The statements of one unit of work, on its connection. Not thread-safe, and refused when the unit of work is over. */
public final class SqlSession implements AutoCloseable {
    private enum Extent {
        /** A transaction that writes. */
        WRITE,
        /** A transaction that reads one snapshot. */
        SNAPSHOT,
        /** A single statement, which is a snapshot by itself and needs no transaction. */
        STATEMENT
    }

    private final Handle handle;
    private final Extent extent;
    private final Sealing sealing;
    private int statements;
    private boolean over;

    private SqlSession(Handle handle, Extent extent, Sealing sealing) {
        this.handle = handle;
        this.extent = extent;
        this.sealing = sealing;
    }

    public static SqlSession writing(Handle handle, Sealing sealing) {
        return new SqlSession(handle, Extent.WRITE, sealing);
    }

    public static SqlSession overSnapshot(Handle handle, Sealing sealing) {
        return new SqlSession(handle, Extent.SNAPSHOT, sealing);
    }

    /** Lets one statement through; the next throws {@link SecondStatement}. */
    public static SqlSession ofOneStatement(Handle handle, Sealing sealing) {
        return new SqlSession(handle, Extent.STATEMENT, sealing);
    }

    public Query query(String sql) {
        refuseWhenOver();
        if (statements == 1 && extent == Extent.STATEMENT) throw new SecondStatement();
        statements++;
        return handle.createQuery(sql);
    }

    public Update update(String sql) {
        refuseWhenOver();
        if (extent != Extent.WRITE) throw new IllegalStateException("a read must not write");
        return handle.createUpdate(sql);
    }

    /** What encrypts the secrets of rows. */
    public Sealing sealing() {
        return sealing;
    }

    /** How many queries were made. */
    public int statements() {
        return statements;
    }

    /** Ends the use of the stores; the connection is its owner's to close. */
    @Override
    public void close() {
        over = true;
    }

    private void refuseWhenOver() {
        if (over) throw new IllegalStateException("the unit of work of these stores is over");
    }
}
