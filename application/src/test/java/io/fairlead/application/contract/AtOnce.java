package io.fairlead.application.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several threads that start the same work at the same moment. */
public final class AtOnce {
    private static final long LIMIT_SECONDS = 60;

    private AtOnce() {}

    /**
     * Runs the work in so many threads and returns what they returned, in the order of their numbers.
     *
     * @param work given the thread's number from 0
     */
    public static <T> List<T> run(int threads, IntFunction<T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Callable<T>> tasks = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                        return work.apply(number);
                    })
                    .toList();
            return executor.invokeAll(tasks, LIMIT_SECONDS, TimeUnit.SECONDS).stream()
                    .map(AtOnce::result)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a worker failed", e);
        }
    }
}
