package io.fairlead.application.simulation;

import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges how operations end: what is told holds (I3), what failed left nothing behind (I6), all is audited once (I7). */
final class OperationJudge {
    /** What the entries of refused proofs say; these are written of seldom, and no promise is about them. */
    private static final String OF_A_PROOF = "proof";

    private static final int ALL = 1000;
    private static final Set<String> DECISIONS = Stream.concat(
                    Stream.of("KEPT"), Stream.of(PlanKind.values()).map(Enum::name))
            .collect(Collectors.toSet());

    private final World world;
    private final Judge judge;
    private int turnedAway;
    private int unanswered;

    OperationJudge(World world, Judge judge) {
        this.world = world;
        this.judge = judge;
    }

    void ended(RegistrationOperation operation) {
        demandAudit(operation);
        if (operation.status() == OperationStatus.ASSIGNED) {
            world.journal()
                    .record()
                    .filter(record -> record.lastOperation()
                            .filter(operation.id()::equals)
                            .isPresent())
                    .flatMap(DeviceRegistration::assignment)
                    .ifPresent(this::demandUsable);
        } else if (!operation.isCommitted()) {
            demandLedBack(operation);
        }
    }

    private void demandAudit(RegistrationOperation operation) {
        List<String> written = audit().stream()
                .filter(entry ->
                        entry.operation().filter(operation.id()::equals).isPresent())
                .map(AuditEntry::decision)
                .toList();
        long decisions = written.stream().filter(DECISIONS::contains).count();
        long refusals = written.stream().filter("REFUSED"::equals).count();
        boolean assigned = operation.status() == OperationStatus.ASSIGNED;
        long expected = assigned || operation.isCommitted() || isResetAnew(operation) ? 1 : 0;
        if (decisions != expected || refusals != (assigned ? 0 : 1)) {
            throw new Violation("I7: " + operation.status() + " with the audit entries " + written + ": " + operation);
        }
    }

    /** A reset that had created the device anew before it was given up had its effect. */
    private static boolean isResetAnew(RegistrationOperation operation) {
        return operation
                .progress()
                .filter(progress -> progress.plan().kind() == PlanKind.RESET_IN_PLACE)
                .filter(progress -> progress.targetIncarnation()
                        .filter(anew -> !anew.equals(
                                progress.plan().source().orElseThrow().incarnation()))
                        .isPresent())
                .isPresent();
    }

    private void demandUsable(HubAssignment at) {
        Tracked there = judge.at(at.incarnation());
        if (!there.present) {
            if (!there.removedByUser) {
                throw new Violation("I3: assigned to a device that was removed: " + there);
            }
            return;
        }
        if (there.isHeld()) {
            throw new Violation("I3: assigned to a device that is held: " + there + " "
                    + there.state().status());
        }
        if (!there.last().credentialFingerprint().equals(Optional.of(at.credentialFingerprint()))) {
            throw new Violation("I3: assigned to a device with another credential: " + there);
        }
    }

    private void demandLedBack(RegistrationOperation operation) {
        OwnershipMark mark = new OwnershipMark(SomeProofs.SCOPE, operation.id());
        Set<HubDuty.Kind> owed = duties().stream()
                .filter(duty -> duty.operation().equals(operation.id()))
                .map(HubDuty::kind)
                .collect(Collectors.toSet());
        for (Tracked one : judge.all()) {
            boolean halfMade = one.present
                    && !one.assigned
                    && !one.orphan
                    && one.maker.filter(operation.id()::equals).isPresent();
            if (halfMade && !isOwedItsEnd(operation, owed)) {
                throw new Violation("I6: gave up and left " + one + ", owing " + owed);
            }
            boolean held = one.present && one.assigned && mark.holds(one.state().status());
            if (held && !owed.contains(HubDuty.Kind.RELEASE_SOURCE)) {
                throw new Violation("I6: gave up and still holds " + one);
            }
        }
    }

    /** What a reset was creating anew in its place is removed by the duty that releases the source. */
    private static boolean isOwedItsEnd(RegistrationOperation operation, Set<HubDuty.Kind> owed) {
        boolean inPlace = operation
                .progress()
                .filter(progress -> progress.plan().kind() == PlanKind.RESET_IN_PLACE)
                .isPresent();
        return owed.contains(HubDuty.Kind.REMOVE_TARGET)
                || owed.contains(HubDuty.Kind.REMOVE_ENABLED_TARGET)
                || inPlace && owed.contains(HubDuty.Kind.RELEASE_SOURCE);
    }

    /** A device was told that it is assigned. One that asks for an operation before the one that failed is told how that one ended. */
    void told(DeviceRegistration record) {
        record.assignment()
                .filter(at -> record.lastFailure().isEmpty())
                .flatMap(at -> judge.find(at.incarnation()))
                .filter(there -> there.present && there.isHeld())
                .filter(there -> world.journal().isIdle())
                .ifPresent(there -> {
                    throw new Violation("I3: told to go to a device that is held: " + there);
                });
    }

    void refused(Problem.Kind kind) {
        turnedAway += kind == Problem.Kind.ENROLLMENT_DISABLED ? 1 : 0;
        unanswered += kind == Problem.Kind.UNAVAILABLE ? 1 : 0;
    }

    void unanswered() {
        unanswered++;
    }

    /** Every device turned away by a disabled entry is audited; a lost answer may or may not have been one. */
    void demandRefusalsAudited() {
        long written = audit().stream()
                .filter(entry -> entry.operation().isEmpty())
                .filter(entry -> !entry.inputs().containsKey(OF_A_PROOF))
                .count();
        if (written < turnedAway || written > turnedAway + unanswered) {
            throw new Violation("I7: " + turnedAway + " turned away, " + written + " audited");
        }
    }

    List<AuditEntry> audit() {
        return world.quietly(() -> world.database()
                .read(stores -> stores.audit()
                        .of(AuditSubject.device(world.device().id()), PageRequest.first(ALL))
                        .items()));
    }

    List<HubDuty> duties() {
        return world.quietly(() -> world.database()
                .read(stores -> stores.hubDuties().of(world.device().id())));
    }
}
