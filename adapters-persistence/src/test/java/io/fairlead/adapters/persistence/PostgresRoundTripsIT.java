package io.fairlead.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.identity.RegistrationId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a unit of work waits for the server, as the driver's own protocol log tells it. */
class PostgresRoundTripsIT {
    private static final RegistrationId ID = new RegistrationId("some-device");
    private static final Logger PROTOCOL = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.postgres();

    @Test
    void readShouldWaitOnceWhenItTakesOneStatement() {
        assertThat(waits(stores -> stores.dossier(ID))).isEqualTo(1);
    }

    @Test
    void readShouldWaitForBeginAndCommitWhenItTakesSeveral() {
        assertThat(waits(stores -> stores.dossier(ID).equals(stores.dossier(ID))))
                .isEqualTo(4);
    }

    /** Of one run, after some have shown what the work is like. */
    private static int waits(Function<Stores, ?> work) {
        for (int i = 0; i < 3; i++) DATABASE.work().read(work);
        Syncs syncs = new Syncs();
        Level before = PROTOCOL.getLevel();
        PROTOCOL.addHandler(syncs);
        PROTOCOL.setUseParentHandlers(false);
        PROTOCOL.setLevel(Level.FINEST);
        try {
            DATABASE.work().read(work);
        } finally {
            PROTOCOL.setLevel(before);
            PROTOCOL.setUseParentHandlers(true);
            PROTOCOL.removeHandler(syncs);
        }
        return syncs.seen.get();
    }

    /** The message with which the driver asks the server to answer. */
    private static final class Syncs extends Handler {
        private final AtomicInteger seen = new AtomicInteger();
        private final long thread = Thread.currentThread().getId();

        /** Of this thread alone: the pool opens connections in others as long as it is not full. */
        @Override
        public void publish(LogRecord message) {
            boolean ours = message.getLongThreadID() == thread;
            if (ours && message.getMessage().contains("FE=> Sync")) seen.incrementAndGet();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
