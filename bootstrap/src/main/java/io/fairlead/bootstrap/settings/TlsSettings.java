package io.fairlead.bootstrap.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the operator brings along for TLS and for the certificates of devices.
 *
 * @param certificate the server's, in PEM, in place of the generated one
 * @param key for it
 * @param revocationLists of the authorities that issue the devices' certificates
 */
public record TlsSettings(Optional<Path> certificate, Optional<Path> key, List<Path> revocationLists) {
    public TlsSettings {
        if (certificate.isPresent() != key.isPresent()) {
            throw new SettingsProblem(
                    "FAIRLEAD_TLS_CERTIFICATE and FAIRLEAD_TLS_KEY belong together: set both or neither");
        }
    }

    static TlsSettings from(SettingsSource source) {
        return new TlsSettings(
                Catalogue.TLS_CERTIFICATE.find(source),
                Catalogue.TLS_KEY.find(source),
                Catalogue.REVOCATION_LISTS.find(source).orElse(List.of()));
    }
}
