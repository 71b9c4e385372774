package io.fairlead.bootstrap.settings;

import java.util.Optional;

/**
 * The database that holds everything.
 *
 * @param url         empty for the embedded database in the data directory
 * @param connections the most connections this server opens at once
 */
public record DatabaseSettings(Optional<String> url, String user, Optional<Secret> password, int connections) {

    static DatabaseSettings from(SettingsSource source) {
        return new DatabaseSettings(
                Catalogue.DATABASE_URL.find(source),
                Catalogue.DATABASE_USER.in(source),
                Catalogue.DATABASE_PASSWORD.find(source),
                Catalogue.DATABASE_CONNECTIONS.in(source));
    }
}
