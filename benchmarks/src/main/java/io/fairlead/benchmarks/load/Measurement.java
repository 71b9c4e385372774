package io.fairlead.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/** A closed loop: so many threads work without a pause for so long, and every unit's time is kept. */
final class Measurement {
    private static final int FIRST_ROOM = 1 << 12;

    private final String name;
    private final CpuTimes cpu;

    Measurement(String name, CpuTimes cpu) {
        this.name = name;
        this.cpu = cpu;
    }

    /** The times of one thread's units, in nanoseconds. */
    private static final class Times {
        private long[] nanos = new long[FIRST_ROOM];
        private int count;

        void add(long time) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = time;
        }
    }

    /** Measures for this time, or until a thread has nothing more to do. */
    Figures run(int threads, Duration time, IntFunction<Work> works) {
        List<Thread> running = new ArrayList<>();
        List<Times> times = new ArrayList<>();
        AtomicReference<Exception> failure = new AtomicReference<>();
        CountDownLatch ready = new CountDownLatch(1);
        long[] end = new long[1];
        for (int number = 0; number < threads; number++) {
            Times own = new Times();
            times.add(own);
            Work work = works.apply(number);
            running.add(new Thread(() -> loop(work, own, ready, end, failure), name + "-" + number));
        }
        running.forEach(Thread::start);
        CpuTimes.Reading before = cpu.read();
        end[0] = System.nanoTime() + time.toNanos();
        ready.countDown();
        running.forEach(Measurement::join);
        CpuTimes.Reading after = cpu.read();
        if (failure.get() != null) {
            throw new IllegalStateException(name + " failed", failure.get());
        }
        return figures(times, before, after);
    }

    private static void loop(
            Work work, Times times, CountDownLatch ready, long[] end, AtomicReference<Exception> failure) {
        try (work) {
            ready.await();
            boolean more = true;
            while (more && System.nanoTime() < end[0] && failure.get() == null) {
                long begin = System.nanoTime();
                more = work.once();
                times.add(System.nanoTime() - begin);
            }
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
    }

    private Figures figures(List<Times> times, CpuTimes.Reading before, CpuTimes.Reading after) {
        long[] all = times.stream()
                .flatMapToLong(own -> Arrays.stream(own.nanos, 0, own.count))
                .sorted()
                .toArray();
        return new Figures(
                name,
                all.length,
                after.secondsSince(before),
                percentile(all, 0.5),
                percentile(all, 0.99),
                after.sharesSince(before));
    }

    private static double percentile(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
