package io.fairlead.application.fake;

import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A database in memory: writes one after the other, each over its own version of the tables that becomes everybody's
 * when it returns and nobody's when it throws; reads over the version that stood when they began. One instance is one
 * database; the nodes of a simulated cluster share it.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
    private static final int RUNS = 5;
    private final ReentrantLock writing = new ReentrantLock();
    private final Clock databaseClock;
    private final StoreFaults faults;
    private volatile Tables committed = Tables.none();

    public InMemoryUnitOfWork(Clock databaseClock) {
        this(databaseClock, StoreFaults.NONE);
    }

    /**
     * @param databaseClock what due times are measured by, whatever the clocks of the nodes say
     * @param faults asked before and after every unit of work
     */
    public InMemoryUnitOfWork(Clock databaseClock, StoreFaults faults) {
        this.databaseClock = databaseClock;
        this.faults = faults;
    }

    @Override
    public <T> T write(Function<Stores, T> work) {
        InsideUnitOfWork.enter();
        T result;
        try {
            faults.at(StoreFaults.Call.BEFORE_WRITE);
            result = again(work, RUNS);
        } finally {
            InsideUnitOfWork.leave();
        }
        faults.at(StoreFaults.Call.AFTER_COMMIT);
        return result;
    }

    @Override
    public <T> T read(Function<Stores, T> work) {
        InsideUnitOfWork.enter();
        T result;
        try {
            faults.at(StoreFaults.Call.BEFORE_READ);
            result = work.apply(InMemoryStores.over(committed.opened(false), databaseClock));
        } finally {
            InsideUnitOfWork.leave();
        }
        faults.at(StoreFaults.Call.AFTER_READ);
        return result;
    }

    private <T> T again(Function<Stores, T> work, int runsLeft) {
        try {
            return serially(work);
        } catch (WriteConflict conflict) {
            if (runsLeft == 1) {
                throw conflict;
            }
            return again(work, runsLeft - 1);
        }
    }

    private <T> T serially(Function<Stores, T> work) {
        writing.lock();
        try {
            Tables mine = committed.opened(true);
            T result = work.apply(InMemoryStores.over(mine, databaseClock));
            committed = mine.opened(false);
            return result;
        } finally {
            writing.unlock();
        }
    }
}
