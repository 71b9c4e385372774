package io.fairlead.application.pacing;

import io.fairlead.application.fake.SettableClock;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.operation.Deferral;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Operations of so many calls each, worked on by the workers of some nodes, at a hub that takes so many calls a second and
 * refuses the others. Time is simulated; each node has a clock of its own.
 */
final class PaceSimulation {
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final int WORKERS = 16;
    private static final int LATE_MILLIS = 250;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private final List<Node> nodes = new ArrayList<>();
    private final Random random;
    private final Hub hub;
    private Instant now = SomeMoments.NOW;
    private long number;
    private int done;
    private Duration longestWait = Duration.ZERO;

    private record Event(Instant at, long number, Runnable what) {}

    /** What the hub has seen in one second. */
    private record Second(long asked, long taken) {}

    PaceSimulation(double callsPerSecond, double burst, Duration retryAfter, int nodeCount, long seed) {
        this.hub = new Hub(callsPerSecond, burst, retryAfter);
        this.random = new Random(seed);
        for (int i = 0; i < nodeCount; i++) nodes.add(new Node());
    }

    /** A crowd that comes at once, so long after the beginning. */
    void arrive(Duration after, int operations, int callsOfEach) {
        for (int i = 0; i < operations; i++) {
            Operation operation = new Operation("op-" + number, callsOfEach);
            at(SomeMoments.NOW.plus(after), () -> anyNode().take(operation));
        }
    }

    void stepClocks(Duration after, Duration step) {
        at(SomeMoments.NOW.plus(after), () -> nodes.forEach(node -> node.skew = node.skew.plus(step)));
    }

    /** The nodes forget all that is in their memory. */
    void restartNodes(Duration after) {
        at(SomeMoments.NOW.plus(after), () -> nodes.forEach(Node::restart));
    }

    /** The hub changes what it takes. */
    void rescale(Duration after, double callsPerSecond) {
        at(SomeMoments.NOW.plus(after), () -> hub.rate = callsPerSecond);
    }

    PaceSimulation run(Duration time) {
        Instant end = SomeMoments.NOW.plus(time);
        while (!events.isEmpty() && !events.peek().at().isAfter(end)) {
            Event next = events.poll();
            now = next.at();
            next.what().run();
        }
        return this;
    }

    int done() {
        return done;
    }

    Duration longestWait() {
        return longestWait;
    }

    void forgetWaits() {
        longestWait = Duration.ZERO;
    }

    private List<Second> seconds(int from, int to) {
        List<Second> part = new ArrayList<>();
        for (int i = from; i < to; i++) {
            part.add(i < hub.seconds.size() ? hub.seconds.get(i) : new Second(0, 0));
        }
        return part;
    }

    /** Calls a second that the hub was asked on the average, from one second on up to another. */
    double asked(int from, int to) {
        return seconds(from, to).stream().mapToLong(Second::asked).sum() / (double) (to - from);
    }

    /** Calls a second that it took. */
    double taken(int from, int to) {
        return seconds(from, to).stream().mapToLong(Second::taken).sum() / (double) (to - from);
    }

    private void at(Instant time, Runnable what) {
        events.add(new Event(time, number++, what));
    }

    private void in(Duration time, Runnable what) {
        at(now.plus(time), what);
    }

    private Node anyNode() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static final class Operation {
        private final String ticket;
        private int callsLeft;
        private Turn turn = Turn.NEW;

        private Operation(String ticket, int calls) {
            this.ticket = ticket;
            this.callsLeft = calls;
        }
    }

    private final class Hub {
        private final double burst;
        private final Duration retryAfter;
        private final List<Second> seconds = new ArrayList<>();
        private double rate;
        private double tokens;
        private Instant filledAt = SomeMoments.NOW;

        private Hub(double rate, double burst, Duration retryAfter) {
            this.rate = rate;
            this.burst = burst;
            this.retryAfter = retryAfter;
            this.tokens = burst;
        }

        private boolean takes() {
            tokens = Math.min(burst, tokens + Duration.between(filledAt, now).toNanos() / 1e9 * rate);
            filledAt = now;
            boolean taken = tokens >= 1;
            if (taken) tokens -= 1;
            count(taken);
            return taken;
        }

        private void count(boolean taken) {
            int second = (int) Duration.between(SomeMoments.NOW, now).toSeconds();
            while (seconds.size() <= second) seconds.add(new Second(0, 0));
            Second so = seconds.get(second);
            seconds.set(second, new Second(so.asked() + 1, so.taken() + (taken ? 1 : 0)));
        }
    }

    private final class Node {
        private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
        private final Deque<Operation> ready = new ArrayDeque<>();
        private Duration skew = Duration.ZERO;
        private HubPaces paces = HubPaces.unlimited(clock);
        private int free = WORKERS;

        private void restart() {
            tick();
            paces = HubPaces.unlimited(clock);
        }

        private void tick() {
            clock.set(now.plus(skew));
        }

        private void take(Operation operation) {
            ready.add(operation);
            work();
        }

        private void work() {
            while (free > 0 && !ready.isEmpty()) {
                Operation next = ready.poll();
                free--;
                tick();
                go(next, paces.admit(SomeHubs.HUB_A, next.ticket, next.turn));
            }
        }

        private void go(Operation operation, Duration wait) {
            if (wait.isZero()) {
                Instant begun = paces.now();
                in(LATENCY.dividedBy(2), () -> {
                    boolean taken = hub.takes();
                    in(LATENCY.dividedBy(2), () -> answered(operation, taken, begun));
                });
            } else {
                longestWait = wait.compareTo(longestWait) > 0 ? wait : longestWait;
                Deferral deferral = Deferral.NONE.after(wait);
                operation.turn = Turn.after(deferral.left());
                in(
                        deferral.total().plusMillis(random.nextInt(LATE_MILLIS)),
                        () -> anyNode().take(operation));
                freed();
            }
        }

        private void answered(Operation operation, boolean taken, Instant begun) {
            tick();
            if (!taken) {
                paces.throttled(SomeHubs.HUB_A, Optional.of(hub.retryAfter), begun);
                go(operation, paces.admit(SomeHubs.HUB_A, operation.ticket, Turn.NOW));
            } else if (--operation.callsLeft > 0) {
                go(operation, paces.follow(SomeHubs.HUB_A, operation.ticket));
            } else {
                done++;
                paces.leave(operation.ticket);
                freed();
            }
        }

        private void freed() {
            free++;
            in(Duration.ZERO, this::work);
        }
    }
}
