package io.fairlead.bootstrap.settings;

import java.time.Duration;

/**
 * The life of one accepted registration.
 *
 * @param timeout    after this an operation that cannot be finished fails
 * @param lease      how long a server may be silent before another one takes over what it had begun
 * @param retryAfter when a device shall ask again; whole seconds
 * @param retention  how long a finished operation can still be asked for
 */
public record OperationSettings(Duration timeout, Duration lease, Duration retryAfter, Duration retention) {

    public OperationSettings {
        if (lease.compareTo(timeout) >= 0) {
            throw new SettingsProblem("fairlead.operations.lease must be shorter than fairlead.operations.timeout,"
                    + " or nobody could take over before the operation fails");
        }
    }

    static OperationSettings from(SettingsSource source) {
        return new OperationSettings(
                Catalogue.OPERATION_TIMEOUT.in(source),
                Catalogue.OPERATION_LEASE.in(source),
                Catalogue.OPERATION_RETRY_AFTER.in(source),
                Catalogue.OPERATION_RETENTION.in(source));
    }
}
