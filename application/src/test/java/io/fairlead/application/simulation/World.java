package io.fairlead.application.simulation;

import io.fairlead.application.fake.FixedIds;
import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.fake.InMemoryHubs;
import io.fairlead.application.fake.InMemoryUnitOfWork;
import io.fairlead.application.fake.InsideUnitOfWork;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.fixture.SomeMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A small world: one database, three or four hubs, two or three nodes, one device, an operator, a back end and strangers.
 * All of it runs on one thread; what happens at the same time happens inside a hub call.
 */
final class World {
    private static final int DEEPEST = 2;
    private static final Duration LATENESS = Duration.ofSeconds(50);

    private final Chance chance;
    private final Trace trace;
    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final Lineage lineage = new Lineage();
    private final FixedIds ids;
    private final InMemoryHubs hubs = new InMemoryHubs(InsideUnitOfWork::now);
    private final HubRegistry registry;
    private final HubPark park;
    private final Trouble trouble;
    private final InMemoryUnitOfWork database;
    private final Entry entry;
    private final SimDevice device;
    private final Journal journal;
    private final Judge judge;
    private final Crowd crowd;
    private final List<SimNode> nodes = new ArrayList<>();
    private final Deque<SimNode> acting = new ArrayDeque<>();
    private final Set<HubDeviceKey> window = new HashSet<>();
    private int depth;
    /** A worker that stands still goes on before this, for no hub call takes longer than two leases. */
    private Optional<Instant> latest = Optional.empty();

    World(long seed, Trace trace, StepLedger ledger, Cell ambush, UnaryOperator<HubRegistry> fitted) {
        this.chance = new Chance(seed);
        this.trace = trace;
        this.ids = new FixedIds(chance.split());
        this.registry = fitted.apply(hubs);
        this.park = new HubPark(chance, hubs, ambush);
        this.trouble = new Trouble(this, ledger, ambush);
        this.database = new InMemoryUnitOfWork(clock, trouble);
        this.entry = new Entry(this, chance.percent(60));
        this.device = new SimDevice(this, entry.deviceKeys("Device-1"));
        this.journal = new Journal(this);
        this.judge = new Judge(this);
        this.crowd = new Crowd(this);
        hubs.script(trouble);
        int size = chance.between(2, 3);
        for (int i = 0; i < size; i++) {
            nodes.add(new SimNode(this, "node-" + i));
        }
    }

    /** Looks or changes without being noticed by faults and counts. */
    <T> T quietly(Supplier<T> work) {
        trouble.hush();
        try {
            return work.get();
        } finally {
            trouble.unhush();
        }
    }

    /** A user of a hub, not the service, does this. */
    void asUser(Runnable work) {
        judge.observe(Optional.empty());
        work.run();
        judge.observeUser();
    }

    /** Something that happens to fall into a hub call. */
    void interlude(HubCall call, Moment moment) {
        if (depth < DEEPEST && chance.oneIn(depth == 0 ? 25 : 60)) {
            apart(call, moment, crowd::smallEvent);
        }
    }

    /** The worker stands still inside the call until its lease has ended and others have gone on. */
    void standStill(HubCall call, Moment moment) {
        boolean outermost = latest.isEmpty();
        apart(call, moment, () -> {
            crowd.pass(chance.of(31, 31, 31, 125));
            latest = latest.or(() -> Optional.of(clock.instant().plus(LATENESS)));
            crowd.meanwhile();
        });
        latest = outermost ? Optional.empty() : latest;
    }

    boolean isSomebodyLate() {
        return latest.isPresent();
    }

    boolean mayStandStill() {
        return depth < DEEPEST;
    }

    /** How much of this time may pass now. */
    Duration allowed(Duration wanted) {
        Duration left =
                latest.map(end -> Duration.between(clock.instant(), end)).orElse(wanted);
        return left.compareTo(wanted) < 0 ? (left.isNegative() ? Duration.ZERO : left) : wanted;
    }

    private void apart(HubCall call, Moment moment, Runnable event) {
        Optional<HubDeviceKey> watched =
                call.device().filter(place -> crowd.isInWindow(call, moment)).filter(window::add);
        depth++;
        try {
            event.run();
        } finally {
            depth--;
            watched.ifPresent(window::remove);
        }
    }

    /** Whether a service is just between its last look at this place and the removal: what is written now is lost. */
    boolean isInWindow(HubDeviceKey place) {
        return window.contains(place);
    }

    void enter(SimNode node) {
        acting.push(node);
    }

    void leave() {
        judge.observe(Optional.empty());
        acting.pop();
    }

    Optional<SimNode> acting() {
        return Optional.ofNullable(acting.peek());
    }

    SimNode anyNode() {
        return chance.of(nodes);
    }

    List<SimNode> nodes() {
        return nodes;
    }

    Chance chance() {
        return chance;
    }

    Trace trace() {
        return trace;
    }

    SettableClock clock() {
        return clock;
    }

    Lineage lineage() {
        return lineage;
    }

    FixedIds ids() {
        return ids;
    }

    InMemoryHubs hubs() {
        return hubs;
    }

    HubRegistry registry() {
        return registry;
    }

    HubPark park() {
        return park;
    }

    Trouble trouble() {
        return trouble;
    }

    InMemoryUnitOfWork database() {
        return database;
    }

    Entry entry() {
        return entry;
    }

    SimDevice device() {
        return device;
    }

    Journal journal() {
        return journal;
    }

    Judge judge() {
        return judge;
    }

    Crowd crowd() {
        return crowd;
    }
}
