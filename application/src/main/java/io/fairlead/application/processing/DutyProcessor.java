package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.pacing.PacedHubs;
import io.fairlead.application.pacing.Turn;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import java.time.Duration;
import java.util.Optional;

/** Does what is owed to hubs, again and again until it is done: a duty is never given up. */
final class DutyProcessor {
    private final ProvisioningSettings settings;
    private final DutyJournal journal;
    private final HubRegistry hubs;
    private final HubPaces paces;
    private final ChosenVersion chosen;
    private final Backoff backoff;
    private final ProvisioningObserver observer;

    DutyProcessor(
            ProvisioningSettings settings,
            DutyJournal journal,
            HubRegistry hubs,
            HubPaces paces,
            Backoff backoff,
            ProvisioningObserver observer) {
        this.settings = settings;
        this.journal = journal;
        this.hubs = hubs;
        this.paces = paces;
        this.chosen = new ChosenVersion(hubs);
        this.backoff = backoff;
        this.observer = observer;
    }

    /**
     * Does what earlier operations owe about a device, before a new one decides.
     *
     * @param linked the hubs that are linked now; one that is not can keep nobody waiting
     * @return whether its present place is still owed its status: then it is held, and nothing else may be concluded
     *     from that
     * @throws HubException while the device may still be enabled at a place where an earlier operation left it half-made
     */
    boolean settle(OperationFile file, LinkedHubs linked) {
        boolean held = false;
        for (HubDuty duty : file.duties()) {
            Outcome outcome = journal.claim(duty).map(this::run).orElse(Outcome.DONE);
            if (outcome != Outcome.DONE
                    && duty.kind() == HubDuty.Kind.REMOVE_ENABLED_TARGET
                    && linked.contains(duty.place().hub())) {
                throw new HubException(
                        HubException.Kind.TRANSIENT,
                        "an earlier attempt may still have its effect at " + duty.place()
                                + ": the device waits until that is removed");
            }
            held |= outcome == Outcome.POSTPONED && duty.givesStatus() && file.isPlacedAt(duty.place());
        }
        return held;
    }

    /** Does at once what is owed about a device, as far as the hubs let it; what fails stays owed. Never throws. */
    void runOwed(RegistrationId id) {
        try {
            journal.of(id).stream().forEach(duty -> journal.claim(duty).ifPresent(this::run));
        } catch (StoreException e) {
            observer.retrying(id, "duties", e.getMessage());
        }
    }

    /** Claims and does one due duty; false when none is due. */
    boolean runDue() {
        Optional<HubDuty> due = journal.claimDue();
        due.ifPresent(this::run);
        return due.isPresent();
    }

    /** What came of running a duty once. */
    private enum Outcome {
        DONE,
        /** Nothing is to be done now, but it is looked at again. */
        WATCHED,
        POSTPONED
    }

    private Outcome run(HubDuty duty) {
        if (duty.kind() == HubDuty.Kind.CONFLICT) {
            return Outcome.DONE;
        }
        try {
            if (duty.kind() == HubDuty.Kind.RESTORE_LEFT) {
                return restore(duty);
            }
            return journal.done(duty, act(duty)) ? Outcome.DONE : Outcome.WATCHED;
        } catch (HubException e) {
            observer.retrying(duty.registrationId(), duty.kind() + " at " + duty.place(), e.getMessage());
            postpone(duty, e);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            observer.unexpected(duty.registrationId(), duty.kind() + " at " + duty.place(), e);
            postpone(duty, e);
        }
        return Outcome.POSTPONED;
    }

    private void postpone(HubDuty duty, RuntimeException cause) {
        journal.postpone(duty, cause.toString(), pause(duty, cause));
    }

    private Duration pause(HubDuty duty, RuntimeException cause) {
        return cause instanceof HubException hub && hub.kind() == HubException.Kind.THROTTLED
                ? hub.retryAfter().orElse(settings.retryBackoffCap())
                : backoff.pause(duty.attempts(), settings.dutyBackoffCap());
    }

    /** The hubs at their pace, which what is owed keeps to like everything else. */
    private HubRegistry paced(HubDuty duty) {
        return PacedHubs.waiting(hubs, paces, "duty " + duty.id(), duty.attempts() > 0 ? Turn.NOW : Turn.NEW);
    }

    private Deed act(HubDuty duty) {
        OwnershipMark mark = new OwnershipMark(settings.idScope(), duty.operation());
        HubRegistry paced = paced(duty);
        UndoSteps undo = new UndoSteps(paced);
        return switch (duty.kind()) {
            case RELEASE_SOURCE, ENABLE_TARGET -> release(duty, undo, mark);
            case REMOVE_TARGET, REMOVE_ENABLED_TARGET ->
                deed(undo.removeHalfMade(duty.place(), mark), "removed", "was gone already");
            case REMOVE_SOURCE, DISCARD_SOURCE -> remove(duty, paced, mark);
            case CONFLICT, RESTORE_LEFT -> throw new IllegalArgumentException("a conflict is an operator's to decide");
        };
    }

    private Outcome restore(HubDuty duty) {
        ChosenVersion.Written written =
                chosen.write(duty, journal.background(duty).now());
        written.unseen().ifPresentOrElse(now -> journal.parkAgain(duty, now), () -> journal.done(duty, written.deed()));
        return Outcome.DONE;
    }

    /** A reset may have had to create the device anew: the record follows before the device is let go. */
    private Deed release(HubDuty duty, UndoSteps undo, OwnershipMark mark) {
        String incarnation = duty.incarnation().orElseThrow();
        boolean source = duty.kind() == HubDuty.Kind.RELEASE_SOURCE;
        if (source) {
            undo.halfMadeAnew(duty.place(), incarnation, mark)
                    .filter(device -> !journal.isInUse(device))
                    .ifPresent(device -> undo.delete(device.key(), device));
        }
        return deed(
                undo.release(duty.place(), incarnation, mark, duty.status(), anew -> {
                    if (source) {
                        journal.follow(duty, anew);
                    }
                }),
                "given its status",
                "had its status already, or is gone");
    }

    private static Deed deed(Optional<HubSnapshot> touched, String done, String nothing) {
        return new Deed(touched, touched.isPresent() ? done : nothing);
    }

    private Deed remove(HubDuty duty, HubRegistry paced, OwnershipMark mark) {
        LastLook.Seen seen = new LastLook(paced).look(duty, mark, journal.background(duty));
        seen.conflict().ifPresent(conflict -> journal.park(duty, conflict));
        seen.last().ifPresent(state -> journal.keep(duty, state));
        seen.left().ifPresent(device -> new UndoSteps(paced).delete(duty.place(), device));
        return new Deed(seen.left(), seen.words());
    }
}
