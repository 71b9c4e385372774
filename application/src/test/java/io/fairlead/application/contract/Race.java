package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Several threads that begin together. */
public final class Race {
    /** Enough to collide, few enough for a small connection pool. */
    public static final int RACERS = 8;

    private static final long LIMIT_SECONDS = 60;

    private Race() {}

    /** Runs each racer on a thread of its own and returns what they returned, by number from 0. */
    public static <T> List<T> among(int racers, IntFunction<T> racer) {
        CyclicBarrier start = new CyclicBarrier(racers);
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < racers; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                    return racer.apply(number);
                }));
            }
            return running.stream().map(Race::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Runs this on another thread and waits for it. */
    public static <T> T elsewhere(Supplier<T> task) {
        return among(1, number -> task.get()).get(0);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return fail("a racer did not end within " + LIMIT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            return fail("a racer failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }
}
