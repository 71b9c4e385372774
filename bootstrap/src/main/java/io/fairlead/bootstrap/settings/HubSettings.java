package io.fairlead.bootstrap.settings;

import java.util.List;

/**
 * The hubs that devices are assigned to.
 *
 * @param simulated host names of the hubs that live in this process and its database
 */
public record HubSettings(List<String> simulated) {

    static HubSettings from(SettingsSource source) {
        return new HubSettings(Catalogue.SIMULATED_HUBS.in(source));
    }
}
