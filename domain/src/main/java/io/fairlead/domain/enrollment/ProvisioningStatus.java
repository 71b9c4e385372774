package io.fairlead.domain.enrollment;

/** Whether an entry lets devices in. */
public enum ProvisioningStatus {
    ENABLED,
    DISABLED
}
