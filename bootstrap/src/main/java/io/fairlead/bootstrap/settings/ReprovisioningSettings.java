package io.fairlead.bootstrap.settings;

import java.time.Duration;

/**
 * How a device that already has a hub is treated.
 *
 * @param lookAgain      how long a look at the hub is trusted before a registration that changes nothing looks again
 * @param looksPerMinute the most such looks at one hub
 * @param snapshotMaxAge how old a stored snapshot may be to restore a device whose hub has lost it
 */
public record ReprovisioningSettings(Duration lookAgain, int looksPerMinute, Duration snapshotMaxAge) {

    static ReprovisioningSettings from(SettingsSource source) {
        return new ReprovisioningSettings(
                Catalogue.LOOK_AGAIN.in(source),
                Catalogue.LOOKS_PER_MINUTE.in(source),
                Catalogue.SNAPSHOT_MAX_AGE.in(source));
    }
}
