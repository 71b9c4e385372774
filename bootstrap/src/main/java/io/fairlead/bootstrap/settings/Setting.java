package io.fairlead.bootstrap.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing an operator can set.
 *
 * @param key      lower case with dots and dashes, for example {@code fairlead.keep.look-again}
 * @param fallback the text that holds when nobody sets the key; empty when there is none
 * @param expected what a right value looks like, as the end of the sentence "it must be …"
 * @param secret   whether a message may not quote the text
 * @param reading  turns the text into a value; any {@link RuntimeException} means that the text is not what was expected
 */
record Setting<T>(String key, Optional<String> fallback, String expected, boolean secret, Function<String, T> reading) {

    static <T> Setting<T> of(String key, String fallback, String expected, Function<String, T> reading) {
        return new Setting<>(key, Optional.of(fallback), expected, false, reading);
    }

    static <T> Setting<T> optional(String key, String expected, Function<String, T> reading) {
        return new Setting<>(key, Optional.empty(), expected, false, reading);
    }

    static Setting<Secret> secret(String key, String expected, Function<String, String> reading) {
        return new Setting<>(key, Optional.empty(), expected, true, reading.andThen(Secret::new));
    }

    T in(SettingsSource source) {
        return find(source).orElseThrow();
    }

    Optional<T> find(SettingsSource source) {
        return source.text(key).or(() -> fallback).map(String::strip).map(this::read);
    }

    private T read(String text) {
        try {
            return reading.apply(text);
        } catch (RuntimeException e) {
            throw new SettingsProblem("%s (%s) is %s: it must be %s"
                    .formatted(environmentName(key), key, secret ? "not usable" : '"' + text + '"', expected));
        }
    }

    /** The name of the environment variable that sets a key, by MicroProfile Config's rule. */
    static String environmentName(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
