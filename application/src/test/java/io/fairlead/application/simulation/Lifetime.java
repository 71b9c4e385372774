package io.fairlead.application.simulation;

import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One device's life in one small world, from its seed: a beginning that leads towards the ambush, events, an ending. */
final class Lifetime {
    private final long seed;
    private final StepLedger ledger;
    private final UnaryOperator<HubRegistry> fitted;

    /**
     * A lifetime that has not begun.
     *
     * @param fitted what stands between the service and its hubs; the identity, unless a bug is planted
     */
    Lifetime(long seed, StepLedger ledger, UnaryOperator<HubRegistry> fitted) {
        this.seed = seed;
        this.ledger = ledger;
        this.fitted = fitted;
    }

    /** Plays it; empty when every promise was kept. */
    Optional<String> play() {
        return play(new Trace(false));
    }

    /** Plays it once more and tells what happens. */
    String tell() {
        Trace trace = new Trace(true);
        Optional<String> broken = play(trace);
        return trace.text() + System.lineSeparator() + broken.orElse("every promise was kept");
    }

    private Optional<String> play(Trace trace) {
        Cell ambush = Cell.ALL.get((int) Math.floorMod(seed, (long) Cell.ALL.size()));
        trace.add(() -> "seed " + seed + " lies in wait for " + ambush);
        try {
            World world = new World(seed, trace, ledger, ambush, fitted);
            begin(world, ambush.step());
            int events = world.chance().between(3, 10);
            for (int i = 0; i < events; i++) {
                world.crowd().event();
            }
            new Ending(world).play();
            return Optional.empty();
        } catch (Violation broken) {
            return Optional.of(broken.getMessage());
        }
    }

    /** What has to come first so that the step can be met at all. */
    private static void begin(World world, HubStep step) {
        Entry entry = world.entry();
        entry.list(List.of(world.park().names().get(0)));
        entry.save();
        if (step == HubStep.ADOPT) {
            world.crowd().strangerComes(world.park().names().get(0));
        }
        world.crowd().register();
        switch (step) {
            case UPDATE_CREDENTIAL -> entry.rollKeys();
            case RESET_TWIN -> entry.policy(Optional.of(new ReprovisionPolicy(true, false)));
            case ADOPT -> {}
            default -> entry.list(List.of(world.park().names().get(1)));
        }
        entry.save();
        world.device().hold(entry.deviceKeys(world.device().id().value()));
        if (world.chance().oneIn(3)) {
            world.crowd().hubEvent();
        }
        int times = step == HubStep.RESET_TWIN ? 6 : 1;
        for (int i = 0; i < times; i++) {
            world.crowd().register();
        }
    }
}
