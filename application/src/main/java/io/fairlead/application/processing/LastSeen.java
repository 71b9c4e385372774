package io.fairlead.application.processing;

import io.fairlead.application.port.Stores;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationSubstatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a device, for the case that its hub has lost it.
 *
 * @param state the newest snapshot from which it may be created again
 * @param status the status that it had when it was seen last: a ban outlasts a reset, its state does not
 */
record LastSeen(Optional<StoredSnapshot> state, HubDeviceStatus status) {
    static LastSeen of(Stores stores, Optional<DeviceRegistration> registration, Instant oldest) {
        Optional<StoredSnapshot> newest = registration
                .flatMap(record -> stores.snapshots().newest(record.id()))
                .filter(snapshot -> !snapshot.takenAt().isBefore(oldest));
        HubDeviceStatus status = newest.map(StoredSnapshot::snapshot)
                .map(HubSnapshot::state)
                .map(state -> state.status())
                .orElse(HubDeviceStatus.ENABLED);
        return new LastSeen(
                newest.filter(snapshot -> isOfThisLife(snapshot, registration.orElseThrow()))
                        .filter(snapshot -> !isOfReset(stores, snapshot)),
                status);
    }

    /** A device that began anew since, by a reset or a first assignment, must not get back what it was before. */
    private static boolean isOfThisLife(StoredSnapshot snapshot, DeviceRegistration record) {
        boolean carried = record.substatus()
                .filter(RegistrationSubstatus.DEVICE_DATA_MIGRATED::equals)
                .isPresent();
        return carried
                || record.assignment()
                        .map(HubAssignment::incarnation)
                        .filter(snapshot.snapshot()::isIncarnation)
                        .isPresent();
    }

    /** The snapshot that a reset took shows what the reset put an end to. */
    private static boolean isOfReset(Stores stores, StoredSnapshot snapshot) {
        return stores.operations()
                .find(snapshot.operation())
                .filter(RegistrationOperation::hasReset)
                .isPresent();
    }
}
