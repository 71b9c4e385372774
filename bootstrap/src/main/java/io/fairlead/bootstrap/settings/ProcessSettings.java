package io.fairlead.bootstrap.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The settings as the process has them before there is a container: {@code fairlead.properties} in the working directory, above it the environment, above that
 * system properties.
 */
public final class ProcessSettings {

    private static final Path FILE = Path.of("fairlead.properties");

    private ProcessSettings() {}

    /**
     * Reads everything once and makes the result the system properties of this process, so that MicroProfile Config finds the same values later.
     *
     * @throws SettingsProblem for an unknown name, an unreadable file, or a value that cannot be used
     */
    public static Settings read() {
        Map<String, String> texts = merge(file(), System.getenv(), properties(System.getProperties()));
        Settings settings = Settings.from(SettingsSource.of(texts));
        texts.forEach(System::setProperty);
        return settings;
    }

    /** Lays maps of name and text over each other, the last on top, by the keys that the names stand for. */
    @SafeVarargs
    static Map<String, String> merge(Map<String, String>... layers) {
        Map<String, String> texts = new HashMap<>();
        for (Map<String, String> layer : layers) {
            layer.forEach((name, text) ->
                    KnownKeys.keyOf(name, text).filter(key -> !text.isBlank()).ifPresent(key -> texts.put(key, text)));
        }
        return texts;
    }

    private static Map<String, String> file() {
        Properties content = new Properties();
        if (Files.exists(FILE)) {
            load(content);
        }
        return properties(content);
    }

    private static void load(Properties content) {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            content.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsProblem("%s cannot be read: %s".formatted(FILE.toAbsolutePath(), e.getMessage()));
        }
    }

    private static Map<String, String> properties(Properties properties) {
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }
}
