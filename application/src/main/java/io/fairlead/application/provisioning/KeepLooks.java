package io.fairlead.application.provisioning;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.timing.SteadyClock;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.HubAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at the hub on behalf of a keep, but seldom: hubs allow few reads a minute and fleets reboot together.
 *
 * <p>A look is due when this node's last one is older than {@code keepLookAgain}. A device that comes back sooner after
 * it was told {@code assigned} is probably lost, so its second call looks at once, once in that time. Without a token in
 * the hub's bucket, or without an answer in time, the record is trusted, whatever went wrong. Memory is bounded: what is forgotten is looked
 * at again. Thread-safe.
 */
public final class KeepLooks {
    private final HubRegistry hubs;
    private final Executor executor;
    private final Clock clock;
    private final ProvisioningSettings settings;
    private final LookMemory memory = new LookMemory();
    private final Map<HubName, TokenBucket> buckets = new ConcurrentHashMap<>();

    public KeepLooks(HubRegistry hubs, Executor executor, Clock clock, ProvisioningSettings settings) {
        this.hubs = hubs;
        this.executor = executor;
        this.clock = new SteadyClock(clock);
        this.settings = settings;
    }

    /**
     * What the hub says of the device, or {@link HubAnswer#NOT_ASKED} when no look is due or possible. A device that is
     * there but cannot be used, because we hold it or its credential is another, counts as unknown: the processor looks
     * closer.
     *
     * @param due what the hub shall accept from it
     */
    HubAnswer look(RegistrationId id, HubAssignment assignment, DeviceCredential due) {
        Instant now = clock.instant();
        if (!memory.isDue(id, now, settings.keepLookAgain())
                || !bucket(assignment.key().hub()).take(now)) {
            return HubAnswer.NOT_ASKED;
        }
        HubAnswer answer = ask(assignment, due);
        if (answer != HubAnswer.UNKNOWN) {
            memory.looked(id, now, settings.keepLookAgain());
        }
        return answer;
    }

    /** The device was told that it is assigned. */
    void told(RegistrationId id) {
        memory.told(id, clock.instant());
    }

    private static boolean isUsable(HubSnapshot device, HubAssignment assignment, DeviceCredential due) {
        boolean known = device.credentialFingerprint()
                .filter(there -> !there.equals(due.fingerprint()))
                .isEmpty();
        return known
                && device.isIncarnation(assignment.incarnation())
                && !OwnershipMark.holdsAny(device.state().status());
    }

    private TokenBucket bucket(HubName hub) {
        return buckets.computeIfAbsent(hub, name -> new TokenBucket(settings.keepLooksPerMinute(), clock.instant()));
    }

    private HubAnswer ask(HubAssignment assignment, DeviceCredential due) {
        try {
            Optional<HubSnapshot> found = CompletableFuture.supplyAsync(() -> hubs.read(assignment.key()), executor)
                    .get(settings.keepLookWithin().toMillis(), TimeUnit.MILLISECONDS);
            return found.filter(device -> isUsable(device, assignment, due)).isPresent()
                    ? HubAnswer.THERE
                    : HubAnswer.UNKNOWN;
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            return HubAnswer.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HubAnswer.UNREACHABLE;
        }
    }
}
