package io.fairlead.benchmarks.load;

/**
 * How a device waits between register and result: it asks when most of the time has passed that others took before it,
 * and then in shorter steps, not after the three seconds that the service asks for. What is measured is the service,
 * neither the pause nor polls that nobody needs. For one thread.
 */
final class AssignmentWait {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MOST = 0.8;
    private static final double STEP = 0.25;
    private static final double LEARNING = 0.1;

    private double expectedMillis;
    private long began;

    void beforeFirstPoll() throws InterruptedException {
        began = System.nanoTime();
        pause(expectedMillis * MOST);
    }

    void beforeNextPoll() throws InterruptedException {
        pause(1 + expectedMillis * STEP);
    }

    void assigned() {
        expectedMillis += LEARNING * ((System.nanoTime() - began) / NANOS_PER_MILLI - expectedMillis);
    }

    private static void pause(double millis) throws InterruptedException {
        if (millis >= 1) {
            Thread.sleep(Math.round(millis));
        }
    }
}
