package io.fairlead.application.contract;

import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** The database that a contract of stores is run on; empty when a test begins. */
public interface DatabaseUnderTest {

    /** The same database each time within one test. */
    UnitOfWork work();

    /**
     * Lets the database believe that this much time has passed: by moving its clock, or by moving every time that it has
     * noted back. Nobody sleeps.
     */
    void passTime(Duration time);

    /** Changes something in a transaction of its own. */
    default void does(Consumer<Stores> change) {
        work().write(stores -> {
            change.accept(stores);
            return null;
        });
    }

    /** Changes something in a transaction of its own, and says how that ended. */
    default <T> T doing(Function<Stores, T> change) {
        return work().write(change);
    }

    /** Looks something up in a transaction of its own. */
    default <T> T seen(Function<Stores, T> look) {
        return work().read(look);
    }
}
