package io.fairlead.bootstrap.runtime;

import io.fairlead.application.processing.RegistrationProcessing;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for work that nobody holds: operations whose worker died or paused, duties, rows past their retention. It is the
 * guarantee behind every nudge.
 */
public final class ProcessingTimer implements ServicePart {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessingTimer.class);
    /** How long a paused operation may wait beyond its due time. */
    private static final int LOOK_MILLIS = 250;

    private static final int PURGE_SECONDS = 60;
    private static final int BATCH = 100;
    /** Rounds that may run at once, so that the work of a dead node does not queue behind one slow hub. */
    private static final int ROUNDS = 4;

    private final RegistrationProcessing processing;
    private final Workers workers;
    private final Semaphore rounds = new Semaphore(ROUNDS);
    private ScheduledExecutorService timer;

    public ProcessingTimer(RegistrationProcessing processing, Workers workers) {
        this.processing = processing;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "timer";
    }

    @Override
    public void start() {
        timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "fairlead-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::purge, PURGE_SECONDS, PURGE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        timer.shutdownNow();
    }

    private void look() {
        if (!rounds.tryAcquire()) {
            return;
        }
        try {
            workers.execute(this::round);
        } catch (RejectedExecutionException e) {
            rounds.release();
        }
    }

    private void round() {
        try {
            processing.processDue(BATCH);
        } catch (RuntimeException e) {
            LOG.warn("Looking for due work failed and is done again: {}", e.getMessage());
        } finally {
            rounds.release();
        }
    }

    private void purge() {
        try {
            processing.purge();
        } catch (RuntimeException e) {
            LOG.warn("Removing old rows failed and is done again: {}", e.getMessage());
        }
    }
}
