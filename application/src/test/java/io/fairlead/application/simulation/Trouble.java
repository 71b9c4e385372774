package io.fairlead.application.simulation;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.fake.HubFaultScript;
import io.fairlead.application.fake.SimulatedCrash;
import io.fairlead.application.fake.StoreFaults;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.reprovisioning.HubStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What goes wrong in a world: at every moment of every hub call and every unit of work the dice are thrown. Besides, each
 * lifetime lies in wait for one cell of the ledger, so that rare ones are met as often as common ones.
 */
final class Trouble implements HubFaultScript, StoreFaults {
    private static final int MOST_BLOWS = 8;
    private static final Duration CALL = Duration.ofMillis(1);
    private static final List<Blow> ON_HUB = Blow.onHub();
    private static final List<Blow> BEFORE_WRITE = List.of(Blow.STORE_BEFORE, Blow.STORE_CRASH_BEFORE);
    private static final List<Blow> AFTER_COMMIT = List.of(Blow.STORE_AFTER, Blow.STORE_CRASH_AFTER);

    private final World world;
    private final Chance chance;
    private final StepLedger ledger;
    private final Cell ambush;
    private final int rarity;
    private int quiet;
    private int blows;
    private boolean over;

    /**
     * Trouble for one lifetime.
     *
     * @param ambush what it lies in wait for
     */
    Trouble(World world, StepLedger ledger, Cell ambush) {
        this.world = world;
        this.chance = new Chance(world.chance().split().nextLong());
        this.ledger = ledger;
        this.ambush = ambush;
        this.rarity = chance.of(10, 30, 100, 1000);
    }

    /** From now on nothing goes wrong. */
    void end() {
        over = true;
    }

    void hush() {
        quiet++;
    }

    void unhush() {
        quiet--;
    }

    @Override
    public HubFault at(HubCall call, Moment moment) {
        if (quiet > 0) {
            return HubFault.NONE;
        }
        world.clock().advance(CALL);
        world.judge().observe(Optional.of(call));
        stopTheDead();
        if (moment == Moment.BEFORE && world.park().isSilent(call.hub())) {
            world.journal().stepOf(call).ifPresent(step -> ledger.count(step, Blow.UNREACHABLE));
            return HubFault.UNREACHABLE;
        }
        if (over) {
            return HubFault.NONE;
        }
        world.interlude(call, moment);
        return choose(call, moment).map(blow -> strike(blow, call, moment)).orElse(HubFault.NONE);
    }

    @Override
    public void at(Call call) {
        if (quiet > 0) {
            return;
        }
        Optional<HubStep> kept = world.journal().stepKept();
        if (call == Call.AFTER_COMMIT) {
            world.judge().committed();
        }
        stopTheDead();
        if (over) {
            return;
        }
        if (call == Call.BEFORE_WRITE) {
            choose(kept, BEFORE_WRITE).ifPresent(blow -> strike(blow, kept));
        } else if (call == Call.AFTER_COMMIT) {
            choose(kept, AFTER_COMMIT).ifPresent(blow -> strike(blow, kept));
        } else if (may(rarity * 4)) {
            strike(call == Call.BEFORE_READ ? Blow.STORE_BEFORE : Blow.STORE_CRASH_AFTER, Optional.empty());
        }
    }

    private Optional<Blow> choose(HubCall call, Moment moment) {
        Optional<HubStep> step = step(ambush.blow(), call);
        boolean waited = fits(ambush.blow(), call, moment)
                && step.filter(ambush.step()::equals).isPresent();
        if (waited && blows < MOST_BLOWS && chance.percent(70)) {
            blows++;
            return Optional.of(ambush.blow());
        }
        if (isLure(call, moment)) {
            return Optional.of(Blow.REFUSED);
        }
        return may(rarity) ? Optional.of(chance.of(ON_HUB)).filter(blow -> fits(blow, call, moment)) : Optional.empty();
    }

    /** Who lies in wait for a way back has to turn the saga round first. */
    private boolean isLure(HubCall call, Moment moment) {
        Optional<HubStep> turn = switch (ambush.step()) {
            case RELEASE_SOURCE -> Optional.of(HubStep.SNAPSHOT);
            case REMOVE_TARGET -> Optional.of(HubStep.VERIFY);
            default -> Optional.empty();
        };
        return turn.isPresent()
                && moment == Moment.BEFORE
                && world.journal().stepOf(call).equals(turn)
                && chance.percent(70);
    }

    private boolean fits(Blow blow, HubCall call, Moment moment) {
        return blow.fits(call, moment)
                && (blow != Blow.STALE || world.judge().mayShowThePast(call))
                && (!blow.isLate() || world.mayStandStill());
    }

    private Optional<Blow> choose(Optional<HubStep> kept, List<Blow> possible) {
        boolean waited = possible.contains(ambush.blow())
                && kept.filter(ambush.step()::equals).isPresent();
        if (waited && blows < MOST_BLOWS && chance.percent(70)) {
            blows++;
            return Optional.of(ambush.blow());
        }
        return may(rarity * 2) ? Optional.of(chance.of(possible)) : Optional.empty();
    }

    private boolean may(int oneIn) {
        if (blows >= MOST_BLOWS || !chance.oneIn(oneIn)) {
            return false;
        }
        blows++;
        return true;
    }

    private Optional<HubStep> step(Blow blow, HubCall call) {
        return blow == Blow.STALE
                ? world.journal().stepReading(call)
                : world.journal().stepOf(call);
    }

    private HubFault strike(Blow blow, HubCall call, Moment moment) {
        Optional<HubStep> step = step(blow, call);
        step.filter(blow::canMeet).ifPresent(met -> ledger.count(met, blow));
        world.trace().add(() -> "  ! " + blow + " " + step.map(Enum::name).orElse("") + " at " + moment + " " + call);
        if (blow == Blow.STALE) {
            world.judge().lie(call);
        }
        if (blow.isLate()) {
            world.standStill(call, moment);
            world.judge().observe(Optional.of(call));
        }
        if (blow.fault() == HubFault.CRASH) {
            world.acting().ifPresent(SimNode::die);
        }
        return blow.fault();
    }

    private void strike(Blow blow, Optional<HubStep> kept) {
        kept.ifPresent(step -> ledger.count(step, blow));
        world.trace().add(() -> "  ! " + blow + " " + kept.map(Enum::name).orElse(""));
        if (blow == Blow.STORE_CRASH_BEFORE || blow == Blow.STORE_CRASH_AFTER) {
            world.acting().ifPresent(SimNode::die);
            throw new SimulatedCrash(blow.name());
        }
        throw new StoreException("the database fails as told: " + blow, null);
    }

    /** A node that died on one of its threads does nothing more on any. */
    private void stopTheDead() {
        if (world.acting().filter(SimNode::isDead).isPresent()) {
            throw new SimulatedCrash("its node is dead");
        }
    }
}
