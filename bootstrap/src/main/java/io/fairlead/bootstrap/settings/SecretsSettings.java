package io.fairlead.bootstrap.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys that encrypt secrets in the database: in a text, in a file, or, where neither is said, in a file of the data
 * directory that is made with a new database. In text and file the first key encrypts and all decrypt.
 *
 * @param keys    32 bytes in Base64 each, with blanks between them
 * @param keyFile the same in a file, one a line
 */
public record SecretsSettings(Optional<Secret> keys, Optional<Path> keyFile) {

    public SecretsSettings {
        if (keys.isPresent() && keyFile.isPresent()) {
            throw new SettingsProblem(Setting.environmentName(Catalogue.SECRETS_KEY.key()) + " and "
                    + Setting.environmentName(Catalogue.SECRETS_KEY_FILE.key()) + " are both set: say it once");
        }
    }

    static SecretsSettings from(SettingsSource source) {
        return new SecretsSettings(Catalogue.SECRETS_KEY.find(source), Catalogue.SECRETS_KEY_FILE.find(source));
    }
}
