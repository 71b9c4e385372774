package io.fairlead.application.pacing;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Hubs asked at their pace. For somebody who can wait, the first call to a hub may have to wait for its slot, which is told
 * as {@link HubException.Kind#THROTTLED} with the time until then; those after it go at once, since what has begun shall
 * end. When the hub refuses for its own reasons, all wait.
 */
public final class PacedHubs implements HubRegistry {
    private final HubRegistry hubs;
    private final HubPaces paces;
    private final Turns turns;

    private PacedHubs(HubRegistry hubs, HubPaces paces, Turns turns) {
        this.hubs = hubs;
        this.paces = paces;
        this.turns = turns;
    }

    /** Who asks, and whether it is its turn. */
    private interface Turns {
        /** Nothing when a call may go, else how long to wait. */
        Duration next(HubName hub);

        /** How long to wait after a refusal. */
        Duration again(HubName hub);
    }

    /**
     * Hubs as one attempt of somebody asks them who comes back when told to wait.
     *
     * @param ticket names it, across its attempts
     * @param turn where it stands, as it was told in an earlier attempt at whichever node
     */
    public static PacedHubs waiting(HubRegistry hubs, HubPaces paces, String ticket, Turn turn) {
        return new PacedHubs(hubs, paces, new Turns() {
            private final Set<HubName> admitted = ConcurrentHashMap.newKeySet();

            @Override
            public Duration next(HubName hub) {
                Duration wait = admitted.contains(hub) ? paces.follow(hub, ticket) : paces.admit(hub, ticket, turn);
                if (wait.isZero()) admitted.add(hub);
                return wait;
            }

            @Override
            public Duration again(HubName hub) {
                return paces.admit(hub, ticket, Turn.NOW);
            }
        });
    }

    /** Hubs as somebody asks them who would rather not ask than wait. */
    public static PacedHubs glancing(HubRegistry hubs, HubPaces paces) {
        return new PacedHubs(hubs, paces, new Turns() {
            @Override
            public Duration next(HubName hub) {
                return paces.glance(hub);
            }

            @Override
            public Duration again(HubName hub) {
                return paces.expected(hub);
            }
        });
    }

    @Override
    public HubProfile probe(HubName hub) {
        return paced(hub, () -> hubs.probe(hub));
    }

    @Override
    public Optional<HubSnapshot> read(HubDeviceKey key) {
        return paced(key.hub(), () -> hubs.read(key));
    }

    @Override
    public CreateOutcome create(HubDeviceKey key, DeviceState state, DeviceCredential credential, OwnershipMark mark) {
        return paced(key.hub(), () -> hubs.create(key, state, credential, mark));
    }

    @Override
    public HubSnapshot adopt(
            HubDeviceKey key, DeviceCredential credential, DeviceCapabilities capabilities, HubVersions expected) {
        return paced(key.hub(), () -> hubs.adopt(key, credential, capabilities, expected));
    }

    @Override
    public HubSnapshot setStatus(HubDeviceKey key, HubDeviceStatus status, HubVersions expected) {
        return paced(key.hub(), () -> hubs.setStatus(key, status, expected));
    }

    @Override
    public HubSnapshot updateCredential(HubDeviceKey key, DeviceCredential credential, HubVersions expected) {
        return paced(key.hub(), () -> hubs.updateCredential(key, credential, expected));
    }

    @Override
    public HubSnapshot replaceTwin(HubDeviceKey key, TwinDocument tags, TwinDocument desired, HubVersions expected) {
        return paced(key.hub(), () -> hubs.replaceTwin(key, tags, desired, expected));
    }

    @Override
    public HubSnapshot resetTwin(
            HubDeviceKey key, InitialConfiguration configuration, DeviceCredential credential, HubVersions expected) {
        return paced(key.hub(), () -> hubs.resetTwin(key, configuration, credential, expected));
    }

    @Override
    public HubSnapshot restoreReported(HubDeviceKey key, TwinDocument reported, HubVersions expected) {
        return paced(key.hub(), () -> hubs.restoreReported(key, reported, expected));
    }

    @Override
    public DeleteOutcome delete(HubDeviceKey key, HubVersions expected) {
        return paced(key.hub(), () -> hubs.delete(key, expected));
    }

    @Override
    public Page<DeviceId> list(HubName hub, PageRequest request) {
        return paced(hub, () -> hubs.list(hub, request));
    }

    private <T> T paced(HubName hub, Supplier<T> call) {
        Duration wait = turns.next(hub);
        if (!wait.isZero()) {
            throw waiting(hub, wait, null);
        }
        Instant begun = paces.now();
        try {
            return call.get();
        } catch (HubException e) {
            if (e.kind() != HubException.Kind.THROTTLED) {
                throw e;
            }
            paces.throttled(hub, e.retryAfter(), begun);
            throw waiting(hub, turns.again(hub), e);
        }
    }

    private static HubException waiting(HubName hub, Duration wait, Throwable cause) {
        return new HubException(
                HubException.Kind.THROTTLED,
                "hub " + hub + " takes no more now: the device waits for its turn",
                Optional.of(wait),
                cause);
    }
}
