package io.fairlead.application.throttling;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.throttling.Bucket.Rate;
import io.fairlead.application.timing.SteadyClock;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.identity.RegistrationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * How often one device may poll at this node. Only a poll whose proof has held counts, so nobody can use up the polls of
 * somebody else's device by naming it; and a poll that shows the same proof again can be refused before it is checked.
 *
 * <p>A device that waits as long as it is told is never refused: where {@code Retry-After} asks for more polls than the
 * quota has, it prevails. Holds the {@value #CAPACITY} devices that polled last (about 20 MB); thread-safe.
 */
public final class PollLimit {
    private static final Duration SPAN = Duration.ofSeconds(10);
    private static final int CAPACITY = 100_000;
    private static final byte[] NO_SIGNATURE = {};

    private final Supplier<OptionalInt> quota;
    private final Duration retryAfter;
    private final Clock clock;
    private final Map<String, Poller> pollers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Poller> eldest) {
            return size() > CAPACITY;
        }
    };

    /** What is known of a device that polls: its bucket, and the signature that it proved itself with last. */
    private static final class Poller {
        private final Bucket bucket;
        private byte[] signature = NO_SIGNATURE;

        private Poller(Rate rate, Instant now) {
            bucket = new Bucket(rate.capacity(), now);
        }
    }

    /**
     * A limit.
     *
     * @param quota polls of a device within 10 s, asked at each poll; empty means no limit
     * @param retryAfter what devices are told to wait
     */
    public PollLimit(Supplier<OptionalInt> quota, Duration retryAfter, Clock clock) {
        this.quota = quota;
        this.retryAfter = retryAfter;
        this.clock = new SteadyClock(clock);
    }

    /**
     * Refuses a poll too many before its proof is checked, when that proof has held before.
     *
     * @throws ProvisioningException throttled
     */
    void demandRoom(RegistrationId id, DeviceProof proof) {
        rate().flatMap(rate -> wait(rate, id, signature(proof))).ifPresent(PollLimit::refuse);
    }

    /**
     * Counts a poll whose proof has held.
     *
     * @throws ProvisioningException throttled, when it is one too many
     */
    void count(RegistrationId id, DeviceProof proof) {
        rate().flatMap(rate -> take(rate, id, signature(proof))).ifPresent(PollLimit::refuse);
    }

    private synchronized Optional<Duration> wait(Rate rate, RegistrationId id, byte[] signature) {
        Poller poller = pollers.get(id.canonical());
        boolean refused = poller != null
                && signature.length > 0
                && poller.bucket.isEmpty(rate, clock.instant())
                && MessageDigest.isEqual(poller.signature, signature);
        return refused ? Optional.of(poller.bucket.wait(rate)) : Optional.empty();
    }

    private synchronized Optional<Duration> take(Rate rate, RegistrationId id, byte[] signature) {
        Instant now = clock.instant();
        Poller poller = pollers.computeIfAbsent(id.canonical(), key -> new Poller(rate, now));
        poller.signature = signature;
        return poller.bucket.take(rate, now) ? Optional.empty() : Optional.of(poller.bucket.wait(rate));
    }

    private Optional<Rate> rate() {
        OptionalInt count = quota.get();
        if (count.isEmpty()) return Optional.empty();
        double asToldToWait = (double) SPAN.toMillis() / retryAfter.toMillis();
        return Optional.of(Rate.of(Math.max(count.getAsInt(), asToldToWait), SPAN));
    }

    /** What nobody but the device can show: its signature, or its certificate, whose key the TLS layer has seen at work. */
    private static byte[] signature(DeviceProof proof) {
        return proof.match(
                certificate -> certificate.chain().leaf().thumbprint().value().getBytes(StandardCharsets.US_ASCII),
                SharedAccessProof::signature,
                () -> NO_SIGNATURE);
    }

    private static void refuse(Duration wait) {
        throw Throttled.because("too many polls of this device, wait for the time of Retry-After", wait);
    }
}
