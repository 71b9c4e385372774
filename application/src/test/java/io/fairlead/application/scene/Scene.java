package io.fairlead.application.scene;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.fake.FixedIds;
import io.fairlead.application.fake.InMemoryHubs;
import io.fairlead.application.fake.InMemoryRanking;
import io.fairlead.application.fake.InMemoryUnitOfWork;
import io.fairlead.application.fake.InsideUnitOfWork;
import io.fairlead.application.fake.ScriptedAllocator;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.processing.ProcessingService;
import io.fairlead.application.processing.RegistrationProcessing;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.Doorway;
import io.fairlead.application.provisioning.KeepLooks;
import io.fairlead.application.provisioning.ProvisioningService;
import io.fairlead.domain.allocation.HubPlace;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.identity.HubName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * A service of one node with hubs A and B and a quarantine hub that keeps out of allocation, on a clock that stands. What
 * it accepts waits until it is told to work. Every part can be taken out and looked at.
 */
public final class Scene {
    private static final int PLENTY = 100;

    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final WorkCount count = new WorkCount();
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(clock, count);
    private final InMemoryHubs hubs = new InMemoryHubs(InsideUnitOfWork::now);
    private final RecordedEvents events = new RecordedEvents();
    private final FixedIds ids = new FixedIds(new Random(1));
    private final ProvisioningSettings settings = ProvisioningSettings.defaults(SomeProofs.SCOPE, "node-1");
    private final ScriptedAllocator webhook = new ScriptedAllocator();
    private final HubPaces paces;
    private final InMemoryRanking ranking = new InMemoryRanking();
    private final Waiting waiting = new Waiting();
    private final DeviceProvisioning door;
    private final Optional<Integer> callsPerSecond;
    private RegistrationProcessing workers;
    private List<LinkedHub> linked = SomeHubs.someLinkedHubs().all();

    /** A world whose looks at hubs are answered at once. */
    public Scene() {
        this(Runnable::run);
    }

    /**
     * A world.
     *
     * @param looking runs the looks at hubs on behalf of a keep
     */
    public Scene(Executor looking) {
        this(looking, Optional.empty());
    }

    /**
     * A world.
     *
     * @param callsPerSecond that a hub is asked at most
     */
    public Scene(Executor looking, Optional<Integer> callsPerSecond) {
        this.callsPerSecond = callsPerSecond;
        paces = new HubPaces(callsPerSecond, 1, clock);
        linked.forEach(hub -> hubs.add(hub.name(), InMemoryHubs.FULL));
        door = new ProvisioningService(
                settings,
                new Doorway(work, ids, clock, new SecureRandom(), ranking, paces),
                this::linkedHubs,
                new KeepLooks(hubs, looking, clock, settings),
                waiting,
                events);
        workers = workers(paces, events);
    }

    /** A hub that lacks these features takes the place of the one of this name. */
    public Scene weaken(HubName hub, HubFeature... lacking) {
        hubs.add(hub, InMemoryHubs.without(lacking));
        return this;
    }

    /** Does what was accepted, then what is due, until nothing is. */
    public void work() {
        workAccepted();
        workDue();
    }

    /** Does what was accepted, once. */
    public void workAccepted() {
        waiting.drain().forEach(workers::process);
    }

    /** Forgets what was accepted, as a node that dies; then does what is due. */
    public void workDue() {
        waiting.drain();
        while (workers.processDue(PLENTY) > 0) {
            // What is done may leave more that is due at once.
        }
    }

    public void unlink(HubName hub) {
        linked = linked.stream().filter(one -> !one.name().equals(hub)).toList();
    }

    public void link(HubName hub) {
        unlink(hub);
        linked = Stream.concat(linked.stream(), Stream.of(new LinkedHub(hub, 1, true)))
                .toList();
    }

    /** Says where a linked hub is. */
    public void place(HubName hub, HubPlace place) {
        linked = linked.stream()
                .map(one -> one.name().equals(hub) ? new LinkedHub(hub, one.weight(), one.inAllocation(), place) : one)
                .toList();
    }

    public LinkedHubs linkedHubs() {
        return new LinkedHubs(new ArrayList<>(linked));
    }

    /** From now on the work is done by another node, which knows nothing but the database. */
    public void changeNode() {
        workers = workers(new HubPaces(callsPerSecond, 1, clock), events);
    }

    private RegistrationProcessing workers(HubPaces pacing, ProvisioningObserver observer) {
        return ProcessingService.of(
                settings, work, hubs, webhook, pacing, this::linkedHubs, ids, clock, new Random(2), observer);
    }

    public SettableClock clock() {
        return clock;
    }

    public WorkCount count() {
        return count;
    }

    public InMemoryUnitOfWork database() {
        return work;
    }

    public InMemoryHubs hubs() {
        return hubs;
    }

    public RecordedEvents events() {
        return events;
    }

    public ScriptedAllocator webhook() {
        return webhook;
    }

    public InMemoryRanking ranking() {
        return ranking;
    }

    public FixedIds ids() {
        return ids;
    }

    public ProvisioningSettings settings() {
        return settings;
    }

    public DeviceProvisioning door() {
        return door;
    }

    public RegistrationProcessing workers() {
        return workers;
    }
}
