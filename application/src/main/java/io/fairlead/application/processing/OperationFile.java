package io.fairlead.application.processing;

import io.fairlead.application.deciding.Situation;
import io.fairlead.domain.attestation.ProvenIdentity;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import java.util.List;
import java.util.Optional;

/**
 * All that is on file about an operation when work on it begins.
 *
 * @param registration the record, if it still says that this operation is under way
 * @param entry the entry that vouched for the device, if it still lets it in
 * @param identity what the device proved, if the entry still holds it
 * @param duties what is owed to hubs about this device
 * @param taken the snapshot that this operation keeps
 * @param lastSeen what is remembered of the device
 */
record OperationFile(
        Optional<DeviceRegistration> registration,
        Optional<Enrollment> entry,
        Optional<ProvenIdentity> identity,
        List<HubDuty> duties,
        Optional<StoredSnapshot> taken,
        LastSeen lastSeen) {

    static final String RECORD_REMOVED =
            "the registration record was removed while the device was being assigned: register again";

    /** Whether the request can still be served: record, entry and credential are what they were. */
    boolean isServable() {
        return registration.isPresent() && entry.isPresent() && identity.isPresent();
    }

    /** Why it cannot be served, for the device. */
    String obstacle() {
        if (registration.isEmpty()) {
            return RECORD_REMOVED;
        }
        return entry.isEmpty()
                ? "the enrollment was disabled or removed while the device was being assigned"
                : "the enrollment's keys were changed while the device was being assigned: register again";
    }

    /** Whether the record points there. */
    boolean isPlacedAt(HubDeviceKey place) {
        return assignment().map(HubAssignment::key).filter(place::equals).isPresent();
    }

    Optional<HubAssignment> assignment() {
        return registration.flatMap(DeviceRegistration::assignment);
    }

    /** The status that an earlier operation took from the device at this place and still owes to it. */
    Optional<HubDeviceStatus> owedStatus(HubDeviceKey place) {
        return duties.stream()
                .filter(duty -> duty.givesStatus() && duty.place().equals(place))
                .map(HubDuty::status)
                .reduce((older, newer) -> newer);
    }

    OperationFile taking(StoredSnapshot snapshot) {
        return new OperationFile(registration, entry, identity, duties, Optional.of(snapshot), lastSeen);
    }

    /** The situation that a decision is made in; only for a servable operation. */
    Situation situation(SituationFrame frame) {
        return frame.situation(registration.orElseThrow(), entry.orElseThrow(), identity.orElseThrow(), lastSeen);
    }

    /** What the steps need of it; a file that is not servable lets only those go on that need nothing. */
    StepContext context(OwnershipMark mark, SituationFrame frame) {
        return isServable()
                ? new StepContext(
                        mark,
                        Optional.of(situation(frame).initialConfiguration(frame.plan())),
                        identity,
                        taken,
                        Optional.of(lastSeen))
                : StepContext.of(mark);
    }
}
