package io.fairlead.adapters.persistence.database;

import io.fairlead.adapters.persistence.fsync.FsyncFilePath;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Completes an H2 URL with the file system and the settings on which Fairlead's promises rest. */
final class H2Url {
    private static final String PREFIX = "jdbc:h2:";
    private static final String FILE = "file:";
    private static final String MEMORY = "mem:";

    /** Named in this order in the URL. H2 is not to be told otherwise by whoever configures the service. */
    private static final Map<String, String> SETTINGS = settings();

    private H2Url() {}

    /**
     * The URL to connect with.
     *
     * @throws DatabaseUnusable when it asks for something that would break a promise
     */
    static String complete(String url) {
        String[] parts = url.substring(PREFIX.length()).split(";", -1);
        Arrays.stream(parts).skip(1).forEach(H2Url::refuseOurs);
        String own = SETTINGS.entrySet().stream()
                .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining());
        String others = Arrays.stream(parts).skip(1).map(part -> ";" + part).collect(Collectors.joining());
        return PREFIX + location(parts[0]) + own + others;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        // The SQL that both databases understand alike.
        settings.put("MODE", "PostgreSQL");
        settings.put("DATABASE_TO_LOWER", "TRUE");
        settings.put("DEFAULT_NULL_ORDERING", "HIGH");
        // A commit returns when it is written; FsyncFilePath makes that mean: on the disk.
        settings.put("WRITE_DELAY", "0");
        // Freed space is used again after 5 s instead of 45: every write is on the disk at once, so old copies need not
        // be kept against a power cut. Not at once: statistics and other reads outside statements may still look at it.
        settings.put("RETENTION_TIME", "5000");
        // Statistics would be gathered inside some device's commit; all queries go by primary key or by one index.
        settings.put("ANALYZE_AUTO", "0");
        // A commit writes whole pages of similar rows: compressed, the file is a fraction of the size.
        settings.put("COMPRESS", "TRUE");
        settings.put("LOCK_TIMEOUT", "10000");
        settings.put("QUERY_CACHE_SIZE", "64");
        // The pool's owner closes it; a hook of H2's own would close it under the last requests.
        settings.put("DB_CLOSE_ON_EXIT", "FALSE");
        settings.put("TRACE_LEVEL_FILE", "0");
        return settings;
    }

    private static void refuseOurs(String setting) {
        String name = setting.split("=", 2)[0].toUpperCase(Locale.ROOT);
        if (SETTINGS.containsKey(name)) {
            throw new DatabaseUnusable("the H2 URL sets " + name + ", which Fairlead sets itself: remove it");
        }
    }

    private static String location(String location) {
        if (location.startsWith(MEMORY)) return location;
        String path = location.startsWith(FILE) ? location.substring(FILE.length()) : location;
        if (path.isEmpty() || path.matches("[A-Za-z0-9]{2,}:.*")) {
            throw new DatabaseUnusable("Fairlead opens H2 in its own process, from a file or in memory, not '" + PREFIX
                    + location + "': use " + PREFIX + FILE + "/path, or PostgreSQL to share a database");
        }
        return path.startsWith("~")
                ? FsyncFilePath.PREFIX + path
                : FsyncFilePath.PREFIX + Path.of(path).toAbsolutePath();
    }
}
