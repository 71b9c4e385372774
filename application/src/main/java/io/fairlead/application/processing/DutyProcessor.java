package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import java.util.Optional;

/** Does what is owed to hubs, again and again until it is done: a duty is never given up. */
final class DutyProcessor {
    private final ProvisioningSettings settings;
    private final DutyJournal journal;
    private final UndoSteps undo;
    private final LastLook lastLook;
    private final ChosenVersion chosen;
    private final Backoff backoff;
    private final ProvisioningObserver observer;

    DutyProcessor(
            ProvisioningSettings settings,
            DutyJournal journal,
            HubRegistry hubs,
            Backoff backoff,
            ProvisioningObserver observer) {
        this.settings = settings;
        this.journal = journal;
        this.undo = new UndoSteps(hubs);
        this.lastLook = new LastLook(hubs);
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
        journal.postpone(duty, cause.toString(), backoff.pause(duty.attempts(), settings.dutyBackoffCap()));
    }

    private Deed act(HubDuty duty) {
        OwnershipMark mark = new OwnershipMark(settings.idScope(), duty.operation());
        return switch (duty.kind()) {
            case RELEASE_SOURCE, ENABLE_TARGET -> release(duty, mark);
            case REMOVE_TARGET, REMOVE_ENABLED_TARGET ->
                deed(undo.removeHalfMade(duty.place(), mark), "removed", "was gone already");
            case REMOVE_SOURCE, DISCARD_SOURCE -> remove(duty, mark);
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
    private Deed release(HubDuty duty, OwnershipMark mark) {
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

    private Deed remove(HubDuty duty, OwnershipMark mark) {
        LastLook.Seen seen = lastLook.look(duty, mark, journal.background(duty));
        seen.conflict().ifPresent(conflict -> journal.park(duty, conflict));
        seen.last().ifPresent(state -> journal.keep(duty, state));
        seen.left().ifPresent(device -> undo.delete(duty.place(), device));
        return new Deed(seen.left(), seen.words());
    }
}
