package io.fairlead.bootstrap.settings;

import java.nio.file.Path;
import java.util.Optional;

/** The key store that the launcher gave this process, by the properties under which Java servers look for theirs. */
public record ListenerKeys(Path keyStore, Secret password) {

    /** Empty when the process was not started by the launcher and nobody set them. */
    public static Optional<ListenerKeys> ofThisProcess() {
        String keyStore = System.getProperty("javax.net.ssl.keyStore");
        String password = System.getProperty("javax.net.ssl.keyStorePassword");
        return keyStore == null || password == null
                ? Optional.empty()
                : Optional.of(new ListenerKeys(Path.of(keyStore), new Secret(password)));
    }
}
