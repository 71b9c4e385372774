package io.fairlead.bootstrap.runtime;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for one purpose. The queue is bounded: what finds it full is refused; an accepted registration then comes back
 * when its lease has run out.
 */
public final class Workers implements ServicePart, Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int QUEUE = 20_000;
    private static final int STOP_SECONDS = 20;

    private final String name;
    private final ThreadPoolExecutor pool;

    /**
     * @param name what a health answer calls them
     * @param threads as many pieces of work are done at once
     */
    public Workers(String name, int threads) {
        this.name = name;
        this.pool = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), this::named);
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread named(Runnable work) {
        Thread thread = new Thread(work, "fairlead-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** @throws RejectedExecutionException when the queue is full or the service is stopping */
    @Override
    public void execute(Runnable work) {
        pool.execute(work);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        // Threads come with the first work.
    }

    /** Lets what has begun finish; what waits in the queue is left to its lease. */
    @Override
    public void stop() {
        int waiting = pool.getQueue().size();
        pool.getQueue().clear();
        pool.shutdown();
        try {
            if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} pieces of work are not done; they go on after the next start", pool.getActiveCount());
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting > 0) {
            LOG.debug("{} pieces of work had not begun; they go on after the next start", waiting);
        }
    }
}
