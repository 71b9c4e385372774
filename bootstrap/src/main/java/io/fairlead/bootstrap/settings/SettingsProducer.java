package io.fairlead.bootstrap.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Hands the settings to whoever is constructed inside the container; the only reader of MicroProfile Config. */
@ApplicationScoped
public class SettingsProducer {

    /** @throws SettingsProblem for an unknown name, or a value that cannot be used */
    @Produces
    @Singleton
    public Settings settings(Config config) {
        config.getPropertyNames()
                .forEach(name -> KnownKeys.keyOf(name, text(config, name).orElse("")));
        return Settings.from(key -> text(config, key));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank());
    }
}
