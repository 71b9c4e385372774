package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import java.util.Optional;

/** Does what is owed to hubs, again and again until it is done: a duty is never given up. */
final class DutyProcessor {
    private final ProvisioningSettings settings;
    private final DutyJournal journal;
    private final UndoSteps undo;
    private final LastLook lastLook;
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
        this.backoff = backoff;
        this.observer = observer;
    }

    /**
     * Does what earlier operations owe about a device, before a new one decides.
     *
     * @throws HubException when the device's present place is owed its status and the hub does not let it happen: a new
     *     decision would take our own hold for a ban
     */
    void settle(OperationFile file) {
        Optional<HubDeviceKey> place =
                file.registration().flatMap(DeviceRegistration::assignment).map(HubAssignment::key);
        for (HubDuty duty : file.duties()) {
            boolean done = duty.kind() == HubDuty.Kind.CONFLICT
                    || journal.claim(duty).map(this::run).orElse(true);
            boolean givesStatus =
                    duty.kind() == HubDuty.Kind.RELEASE_SOURCE || duty.kind() == HubDuty.Kind.ENABLE_TARGET;
            if (!done && givesStatus && place.filter(duty.place()::equals).isPresent()) {
                throw new HubException(
                        HubException.Kind.TRANSIENT, duty.place() + " is still held by an earlier operation");
            }
        }
    }

    /** Does at once what is owed about a device, as far as the hubs let it; what fails stays owed. Never throws. */
    void runOwed(RegistrationId id) {
        try {
            journal.of(id).stream()
                    .filter(duty -> duty.kind() != HubDuty.Kind.CONFLICT)
                    .forEach(duty -> journal.claim(duty).ifPresent(this::run));
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

    /** Whether it is done now. */
    private boolean run(HubDuty duty) {
        try {
            journal.done(duty, act(duty));
            return true;
        } catch (HubException e) {
            observer.retrying(duty.registrationId(), duty.kind() + " at " + duty.place(), e.getMessage());
            postpone(duty, e);
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            observer.unexpected(duty.registrationId(), duty.kind() + " at " + duty.place(), e);
            postpone(duty, e);
        }
        return false;
    }

    private void postpone(HubDuty duty, RuntimeException cause) {
        journal.postpone(duty, cause.toString(), backoff.pause(duty.attempts(), settings.dutyBackoffCap()));
    }

    /** Does it; what it did, in words. */
    private String act(HubDuty duty) {
        OwnershipMark mark = new OwnershipMark(settings.idScope(), duty.operation());
        return switch (duty.kind()) {
            case RELEASE_SOURCE, ENABLE_TARGET ->
                undo.release(duty.place(), mark, duty.status())
                        ? "given its status"
                        : "had its status already, or is gone";
            case REMOVE_TARGET -> undo.removeHalfMade(duty.place(), mark) ? "removed" : "was gone already";
            case REMOVE_SOURCE, DISCARD_SOURCE -> remove(duty, mark);
            case CONFLICT -> throw new IllegalArgumentException("a conflict is an operator's to decide");
        };
    }

    private String remove(HubDuty duty, OwnershipMark mark) {
        LastLook.Seen seen = lastLook.look(duty, mark, journal.snapshot(duty));
        seen.conflict().ifPresent(conflict -> journal.park(duty, conflict));
        seen.left().ifPresent(device -> undo.delete(duty.place(), device));
        return seen.words();
    }
}
