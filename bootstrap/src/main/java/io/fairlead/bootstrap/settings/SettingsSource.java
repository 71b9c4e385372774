package io.fairlead.bootstrap.settings;

import java.util.Map;
import java.util.Optional;

/** Where the text of a setting comes from: MicroProfile Config inside the container, the process around it before that. */
@FunctionalInterface
public interface SettingsSource {

    /** The text set for a key such as {@code fairlead.http.port}; a blank text counts as not set. */
    Optional<String> text(String key);

    static SettingsSource of(Map<String, String> texts) {
        return key -> Optional.ofNullable(texts.get(key)).filter(text -> !text.isBlank());
    }
}
