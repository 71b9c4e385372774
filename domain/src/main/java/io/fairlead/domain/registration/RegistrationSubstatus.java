package io.fairlead.domain.registration;

/** How a device came to be assigned (DPS {@code DeviceRegistrationResult.substatus}). */
public enum RegistrationSubstatus {
    INITIAL_ASSIGNMENT,
    DEVICE_DATA_MIGRATED,
    DEVICE_DATA_RESET,
    REPROVISIONED_TO_INITIAL_ASSIGNMENT
}
