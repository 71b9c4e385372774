package io.fairlead.adapters.hubsim.table;

import io.fairlead.application.port.HubException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;

/** Transactions of the hubs' own, each about one device, run again when another one was faster. */
final class Transactions {
    private static final int ATTEMPTS = 50;
    /** Unique key, serialization, deadlock; H2's "row changed meanwhile". After each nothing is applied. */
    private static final Set<String> LOST_RACES = Set.of("23505", "40001", "40P01", "90131");

    private final Jdbi jdbi;

    Transactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads with single statements, each committed by itself. */
    <T> T read(Function<Handle, T> query) {
        try {
            return jdbi.withHandle(query::apply);
        } catch (JdbiException e) {
            throw failure(HubException.Kind.TRANSIENT, "the simulated hubs' database cannot be read", e);
        }
    }

    /**
     * Runs the act until it is neither outrun nor throws {@link LostRace}, and commits it.
     *
     * @throws HubException {@link HubException.Kind#AMBIGUOUS} when the commit was not answered, {@link
     *     HubException.Kind#TRANSIENT} when it certainly did not happen
     */
    <T> T write(Function<Handle, T> act) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<T> result = once(act);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new HubException(HubException.Kind.TRANSIENT, "too many others are changing this device");
    }

    private <T> Optional<T> once(Function<Handle, T> act) {
        try {
            return Optional.of(jdbi.inTransaction(act::apply));
        } catch (LostRace e) {
            return Optional.empty();
        } catch (TransactionException e) {
            return orRunAgain(HubException.Kind.AMBIGUOUS, "the simulated hubs' database did not confirm", e);
        } catch (JdbiException e) {
            return orRunAgain(HubException.Kind.TRANSIENT, "the simulated hubs' database cannot be written", e);
        }
    }

    private static <T> Optional<T> orRunAgain(HubException.Kind kind, String message, JdbiException cause) {
        boolean lost = Stream.<Throwable>iterate(cause, e -> e != null, Throwable::getCause)
                .anyMatch(e -> e instanceof SQLException sql && LOST_RACES.contains(String.valueOf(sql.getSQLState())));
        if (lost) {
            return Optional.empty();
        }
        throw failure(kind, message, cause);
    }

    private static HubException failure(HubException.Kind kind, String message, JdbiException cause) {
        return new HubException(kind, message, Optional.empty(), cause);
    }

    /** Somebody else changed the row between our look and our write: undo, and run again. */
    static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostRace() {
            super("outrun", null, false, false);
        }
    }
}
