package io.fairlead.application.throttling;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.throttling.Bucket.Rate;
import io.fairlead.application.timing.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * So many requests a minute at this node, whoever sends them; a minute's worth can be saved up. Thread-safe.
 *
 * <p>A request takes its token before anything else is done for it, so that a refusal is cheap; a caller that then cannot
 * say who it is gives it back, so that strangers do not use up what is meant for others.
 */
public final class RateLimit {
    private final String reason;
    private final Supplier<OptionalInt> perMinute;
    private final Clock clock;
    private final Bucket bucket;

    /**
     * A limit.
     *
     * @param reason why a request is refused
     * @param perMinute asked at each request; empty means no limit
     */
    public RateLimit(String reason, Supplier<OptionalInt> perMinute, Clock clock) {
        this.reason = reason;
        this.perMinute = perMinute;
        this.clock = new SteadyClock(clock);
        this.bucket = new Bucket(Double.MAX_VALUE, this.clock.instant());
    }

    /**
     * Takes a token.
     *
     * @throws ProvisioningException throttled, with the time to wait, when there is none
     */
    public void take() {
        rate().ifPresent(this::take);
    }

    /**
     * Refuses as {@link #take} when there is no token, and takes none.
     *
     * @throws ProvisioningException throttled
     */
    public void demandRoom() {
        rate().ifPresent(this::demandRoom);
    }

    /** Gives a token back. */
    public void giveBack() {
        rate().ifPresent(rate -> {
            synchronized (bucket) {
                bucket.giveBack(rate);
            }
        });
    }

    private void take(Rate rate) {
        Duration wait;
        synchronized (bucket) {
            if (bucket.take(rate, clock.instant())) return;
            wait = bucket.wait(rate);
        }
        throw Throttled.because(reason, wait);
    }

    private void demandRoom(Rate rate) {
        Instant now = clock.instant();
        Duration wait;
        synchronized (bucket) {
            if (!bucket.isEmpty(rate, now)) return;
            wait = bucket.wait(rate);
        }
        throw Throttled.because(reason, wait);
    }

    private Optional<Rate> rate() {
        OptionalInt count = perMinute.get();
        return count.isPresent() ? Optional.of(Rate.of(count.getAsInt(), Duration.ofMinutes(1))) : Optional.empty();
    }
}
