package io.fairlead.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All figures of a run, and the ratios that are aimed at. */
final class LoadReport {
    private final LoadOptions options;
    private final String postgres;
    private final Map<String, Figures> figures = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    LoadReport(LoadOptions options, String postgres) {
        this.options = options;
        this.postgres = postgres;
    }

    void add(String key, Figures found) {
        System.out.println(found.row());
        figures.put(key, found);
    }

    void notes(String note) {
        System.out.println(note);
        notes.add(note);
    }

    Figures figures(String key) {
        return figures.get(key);
    }

    String text() {
        return """

                %s, %s processors, %s, Java %s, PostgreSQL %s, commits wait for the disk.
                %d threads ask without a pause; warm-up %d s, each measurement %d s. Shares are of all processors.

                %s
                %s

                | ratio | measured | aim |
                |---|---|---|
                %s

                %s
                """.formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        postgres,
                        options.threads(),
                        options.warmUp().toSeconds(),
                        options.time().toSeconds(),
                        Figures.head(),
                        figures.values().stream().map(Figures::row).collect(Collectors.joining("\n")),
                        ratios(),
                        notes.stream().map(note -> "- " + note).collect(Collectors.joining("\n")));
    }

    private String ratios() {
        return String.join(
                "\n",
                atLeast("first registration : same SQL", rate("first") / rate("first-sql"), 0.4),
                atLeast("repeat : two GETs with one read each", rate("repeat") / rate("pair"), 0.5),
                atLeast("move : same SQL", rate("move") / rate("move-sql"), 0.2),
                atMost("cost of a first registration, many entries : few", rate("first") / rate("first-many"), 1.2),
                atMost("cost of a repeat, many entries : few", rate("repeat") / rate("repeat-many"), 1.2));
    }

    private double rate(String key) {
        return figures.get(key).rate();
    }

    private static String atLeast(String name, double found, double aim) {
        return "| %s | %.2f%s | ≥ %.1f |".formatted(name, found, found < aim ? " **short**" : "", aim);
    }

    private static String atMost(String name, double found, double aim) {
        return "| %s | %.2f%s | ≤ %.1f |".formatted(name, found, found > aim ? " **short**" : "", aim);
    }

    static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
