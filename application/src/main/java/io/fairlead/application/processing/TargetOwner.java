package io.fairlead.application.processing;

import io.fairlead.application.port.Stores;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.reprovisioning.TargetAnswer;
import java.util.Optional;

/** Tells whose a device is that a target hub already holds, by record, by duty, and by mark; within one transaction. */
final class TargetOwner {
    private final Stores stores;
    private final HubSnapshot found;
    private final RegistrationOperation asking;

    TargetOwner(Stores stores, HubSnapshot found, RegistrationOperation asking) {
        this.stores = stores;
        this.found = found;
        this.asking = asking;
    }

    /** Whose it is; empty while an earlier operation of this registration has still to do with it. */
    Optional<TargetAnswer> answer() {
        Optional<DeviceRegistration> assigned = stores.registrations().assignedTo(found.key());
        if (assigned.filter(record -> !record.id().equals(asking.registrationId()))
                .isPresent()) {
            return Optional.of(TargetAnswer.OTHER_REGISTRATION);
        }
        if (isUnderWay()) {
            return Optional.empty();
        }
        return Optional.of(
                isLeftover()
                        ? TargetAnswer.OURS_LEFT_OVER
                        : maker().map(this::byMaker).orElse(TargetAnswer.FOREIGN));
    }

    /** Whether another operation is making or holding it, or it is owed its status or a removal with a last look. */
    private boolean isUnderWay() {
        boolean held = OwnershipMark.holder(found.state().status())
                .flatMap(this::running)
                .isPresent();
        boolean half = maker().flatMap(maker -> running(maker.id())).isPresent();
        return held
                || half
                || stores.hubDuties().of(asking.registrationId()).stream().anyMatch(this::waitsForIt);
    }

    private Optional<RegistrationOperation> running(OperationId id) {
        return stores.operations()
                .find(id)
                .filter(other -> other.status() == OperationStatus.RUNNING)
                .filter(other -> other.registrationId().equals(asking.registrationId()))
                .filter(other -> !other.id().equals(asking.id()));
    }

    private boolean waitsForIt(HubDuty duty) {
        boolean here = duty.place().equals(found.key());
        return switch (duty.kind()) {
            case REMOVE_SOURCE, DISCARD_SOURCE ->
                here && duty.incarnation().filter(found::isIncarnation).isPresent();
            case RELEASE_SOURCE, ENABLE_TARGET ->
                here
                        && OwnershipMark.holder(found.state().status())
                                .filter(duty.operation()::equals)
                                .isPresent();
            case REMOVE_TARGET, REMOVE_ENABLED_TARGET, CONFLICT, RESTORE_LEFT -> false;
        };
    }

    private boolean isLeftover() {
        return stores.hubDuties().of(asking.registrationId()).stream()
                .filter(HubDuty::removesHalfMade)
                .filter(duty -> duty.place().equals(found.key()))
                .anyMatch(duty -> found.mark()
                        .filter(mark -> mark.operation().equals(duty.operation()))
                        .isPresent());
    }

    private Optional<RegistrationOperation> maker() {
        return found.mark().map(OwnershipMark::operation).flatMap(stores.operations()::find);
    }

    /** The maker is this operation, or has ended. A device whose maker committed belongs to nobody once its record is gone: it may be adopted, never removed. */
    private TargetAnswer byMaker(RegistrationOperation maker) {
        if (!maker.registrationId().equals(asking.registrationId())) {
            return maker.status() == OperationStatus.RUNNING ? TargetAnswer.OTHER_REGISTRATION : TargetAnswer.FOREIGN;
        }
        boolean tooLate = maker.progress()
                        .flatMap(OperationProgress::targetIncarnation)
                        .filter(found::isIncarnation)
                        .isEmpty()
                && OwnershipMark.holder(found.state().status())
                        .filter(maker.id()::equals)
                        .isPresent();
        return tooLate || !maker.isCommitted() ? TargetAnswer.OURS_LEFT_OVER : TargetAnswer.FOREIGN;
    }
}
