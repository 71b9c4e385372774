package io.fairlead.domain.operating;

import java.util.Arrays;
import java.util.Optional;

/** What the holder of a policy's key may do (DPS "Control access to the provisioning service"). */
public enum AccessRight {
    /** Change the service's own configuration: the operator API. */
    SERVICE_CONFIG("ServiceConfig"),
    ENROLLMENT_READ("EnrollmentRead"),
    /** Change enrollment entries, and see their keys. */
    ENROLLMENT_WRITE("EnrollmentWrite"),
    REGISTRATION_STATUS_READ("RegistrationStatusRead"),
    REGISTRATION_STATUS_WRITE("RegistrationStatusWrite"),
    /** Kept for DPS's sake: devices prove themselves with their own credentials, so nothing asks for it. */
    DEVICE_CONNECT("DeviceConnect");

    private final String word;

    AccessRight(String word) {
        this.word = word;
    }

    /** As DPS spells it. */
    public String word() {
        return word;
    }

    /** The right of this name, in any case. */
    public static Optional<AccessRight> named(String word) {
        return Arrays.stream(values())
                .filter(right -> right.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** Whether who has this right may do what needs the other: to write is also to read. */
    public boolean covers(AccessRight needed) {
        return this == needed
                || this == ENROLLMENT_WRITE && needed == ENROLLMENT_READ
                || this == REGISTRATION_STATUS_WRITE && needed == REGISTRATION_STATUS_READ;
    }
}
