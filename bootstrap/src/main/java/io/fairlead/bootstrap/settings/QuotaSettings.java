package io.fairlead.bootstrap.settings;

import java.util.OptionalInt;

/**
 * How much of each thing the service allows; empty where nothing is limited.
 *
 * @param registrationsPerMinute registrations and status lookups of all devices together
 * @param operationsPerMinute    calls of the service API
 * @param pollsPerDevice         questions of one device for its operation within 10 s
 * @param enrollments            individual enrollments
 * @param groups                 enrollment groups
 * @param linkedHubs             hubs that can be linked
 */
public record QuotaSettings(
        OptionalInt registrationsPerMinute,
        OptionalInt operationsPerMinute,
        OptionalInt pollsPerDevice,
        OptionalInt enrollments,
        OptionalInt groups,
        OptionalInt linkedHubs) {

    static QuotaSettings from(SettingsSource source) {
        return new QuotaSettings(
                Catalogue.QUOTA_REGISTRATIONS.in(source),
                Catalogue.QUOTA_OPERATIONS.in(source),
                Catalogue.QUOTA_POLLS.in(source),
                Catalogue.QUOTA_ENROLLMENTS.in(source),
                Catalogue.QUOTA_GROUPS.in(source),
                Catalogue.QUOTA_HUBS.in(source));
    }
}
