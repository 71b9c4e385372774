package io.fairlead.domain.operating;

import java.util.OptionalInt;

/**
 * How much of each thing a service allows (DPS "Quotas and limits"); empty where nothing is limited.
 *
 * @param registrationsPerMinute registrations and status lookups of all devices together; 1,000 in DPS
 * @param operationsPerMinute calls of the service API; 1,000 in DPS
 * @param pollsPerDevice how often one device may ask for its operation within 10 s; 5 in DPS
 * @param enrollments individual enrollments; 1,000,000 in DPS
 * @param groups enrollment groups; 100 of each attestation in DPS
 * @param linkedHubs hubs that can be linked; 50 in DPS
 */
public record Quotas(
        OptionalInt registrationsPerMinute,
        OptionalInt operationsPerMinute,
        OptionalInt pollsPerDevice,
        OptionalInt enrollments,
        OptionalInt groups,
        OptionalInt linkedHubs) {
    private static final int USUAL_POLLS = 5;

    /** Nothing limited but polls, as a new service begins. */
    public static final Quotas USUAL = new Quotas(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(USUAL_POLLS),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());

    /** The limit of one thing. */
    public OptionalInt of(Quota quota) {
        return switch (quota) {
            case REGISTRATIONS_PER_MINUTE -> registrationsPerMinute;
            case OPERATIONS_PER_MINUTE -> operationsPerMinute;
            case POLLS_PER_DEVICE -> pollsPerDevice;
            case ENROLLMENTS -> enrollments;
            case ENROLLMENT_GROUPS -> groups;
            case LINKED_HUBS -> linkedHubs;
        };
    }
}
