package io.fairlead.application.processing;

import io.fairlead.application.port.Stores;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.reprovisioning.TargetAnswer;
import java.util.Optional;

/** Tells whose a device is that a target hub already holds, by record, by duty, and by mark. */
final class TargetOwner {
    private TargetOwner() {}

    static TargetAnswer of(Stores stores, HubSnapshot found, RegistrationOperation asking) {
        Optional<DeviceRegistration> assigned = stores.registrations().assignedTo(found.key());
        if (assigned.filter(record -> !record.id().equals(asking.registrationId()))
                .isPresent()) {
            return TargetAnswer.OTHER_REGISTRATION;
        }
        if (isOwed(stores, found, asking)) {
            return TargetAnswer.OURS_LEFT_OVER;
        }
        return found.mark()
                .map(OwnershipMark::operation)
                .flatMap(stores.operations()::find)
                .map(maker -> byMaker(maker, asking))
                .orElse(TargetAnswer.FOREIGN);
    }

    private static boolean isOwed(Stores stores, HubSnapshot found, RegistrationOperation asking) {
        return stores.hubDuties().of(asking.registrationId()).stream()
                .filter(duty -> duty.place().equals(found.key()))
                .anyMatch(duty -> isRemovalOf(duty, found));
    }

    private static boolean isRemovalOf(HubDuty duty, HubSnapshot found) {
        return switch (duty.kind()) {
            case REMOVE_SOURCE, DISCARD_SOURCE ->
                duty.incarnation().filter(found::isIncarnation).isPresent();
            case REMOVE_TARGET ->
                found.mark()
                        .filter(mark -> mark.operation().equals(duty.operation()))
                        .isPresent();
            case RELEASE_SOURCE, ENABLE_TARGET, CONFLICT -> false;
        };
    }

    /** A device whose maker committed belongs to nobody once its record is gone: it may be adopted, never removed. */
    private static TargetAnswer byMaker(RegistrationOperation maker, RegistrationOperation asking) {
        if (!maker.registrationId().equals(asking.registrationId())) {
            return maker.status() == OperationStatus.RUNNING ? TargetAnswer.OTHER_REGISTRATION : TargetAnswer.FOREIGN;
        }
        boolean halfMade =
                maker.id().equals(asking.id()) || (maker.status() == OperationStatus.FAILED && !maker.isCommitted());
        return halfMade ? TargetAnswer.OURS_LEFT_OVER : TargetAnswer.FOREIGN;
    }
}
