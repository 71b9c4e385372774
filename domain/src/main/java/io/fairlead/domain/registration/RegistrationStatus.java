package io.fairlead.domain.registration;

/** The state of a registration as a device is told it (DPS {@code RegistrationOperationStatus.status}). */
public enum RegistrationStatus {
    UNASSIGNED,
    ASSIGNING,
    ASSIGNED,
    FAILED,
    DISABLED
}
