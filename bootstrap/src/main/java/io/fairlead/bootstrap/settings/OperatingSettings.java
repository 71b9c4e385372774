package io.fairlead.bootstrap.settings;

import java.time.Duration;

/**
 * Operators and their traces.
 *
 * @param clockSkew      for so long a token, of a device or of an operator, is believed beyond its expiry
 * @param auditRetention how long the audit log is kept
 */
public record OperatingSettings(Duration clockSkew, Duration auditRetention) {

    static OperatingSettings from(SettingsSource source) {
        return new OperatingSettings(Catalogue.CLOCK_SKEW.in(source), Catalogue.AUDIT_RETENTION.in(source));
    }
}
