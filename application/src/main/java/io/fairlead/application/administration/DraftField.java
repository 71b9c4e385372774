package io.fairlead.application.administration;

/** The parts of a draft that clients of some version cannot say: what is stored of them outlasts such a client's update. */
public enum DraftField {
    /** {@code reprovisionPolicy}. */
    REPROVISION_POLICY,
    /** {@code allocationPolicy}, {@code iotHubs} and {@code customAllocationDefinition}; a single hub can be said without them. */
    ALLOCATION,
    /** {@code capabilities}. */
    CAPABILITIES,
    /** {@code optionalDeviceInformation}. */
    DEVICE_INFORMATION
}
