package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.wire.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The movers of one round, from their start until all have halted. */
final class Movement {
    private static final int FEWEST_PROMISES = 4;
    private static final int MOST_PROMISES = 60;
    private static final long HALT_MILLIS = 30_000;

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch promises;
    private volatile boolean halted;

    Movement(
            int movers,
            List<Endpoint> endpoints,
            List<FleetEntry> entries,
            Optional<HubUsers> users,
            SplittableRandom random,
            Violations violations) {
        promises = new CountDownLatch(random.nextInt(FEWEST_PROMISES, MOST_PROMISES));
        Queue<FleetEntry> queue = new ConcurrentLinkedQueue<>(entries);
        for (int number = 1; number <= movers; number++) {
            Mover mover = new Mover(
                    endpoints,
                    CampaignOptions.HUBS,
                    queue,
                    users,
                    random.split(),
                    () -> halted,
                    promises::countDown,
                    violations);
            threads.add(new Thread(mover, "mover-" + number));
        }
        threads.forEach(Thread::start);
    }

    /**
     * Waits until a random number of moves has begun: work rather than time, for a server that has just started is slow
     * and later fast.
     */
    void awaitProgress() {
        try {
            if (!promises.await(HALT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody can register any more");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all turns; what they had asked for stays asked. */
    void halt() {
        halted = true;
        for (Thread thread : threads) {
            try {
                thread.join(HALT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                throw new IllegalStateException("a mover does not halt: a server holds a request for ever");
            }
        }
    }
}
