package io.fairlead.bootstrap.launch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ends the process when a start takes too long: a server that hangs half started helps nobody and hides from whoever restarts it. */
final class StartWatch {

    private final CountDownLatch done = new CountDownLatch(1);

    private StartWatch() {}

    static <T> T within(Duration patience, Supplier<T> start) {
        StartWatch watch = new StartWatch();
        Thread thread = new Thread(() -> watch.endAfter(patience), "fairlead-start-watch");
        thread.setDaemon(true);
        thread.start();
        try {
            return start.get();
        } finally {
            watch.done.countDown();
        }
    }

    private void endAfter(Duration patience) {
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                Main.failAtOnce(
                        "The start took longer than %d s (FAIRLEAD_START_TIMEOUT).".formatted(patience.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
