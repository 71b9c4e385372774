package io.fairlead.application.scene;

import io.fairlead.application.fake.StoreFaults;
import io.fairlead.application.port.StoreException;
import java.util.function.Predicate;

/** Counts what a database is asked for, and fails where it is told to. */
public final class WorkCount implements StoreFaults {
    private int reads;
    private int commits;
    private Predicate<Call> failing = call -> false;

    @Override
    public void at(Call call) {
        reads += call == Call.AFTER_READ ? 1 : 0;
        commits += call == Call.AFTER_COMMIT ? 1 : 0;
        if (failing.test(call)) {
            throw new StoreException("the database fails as told: " + call, null);
        }
    }

    /** From now on these calls fail. */
    public void fail(Predicate<Call> calls) {
        failing = calls;
    }

    public void reset() {
        reads = 0;
        commits = 0;
    }

    public int reads() {
        return reads;
    }

    public int commits() {
        return commits;
    }
}
