package io.fairlead.benchmarks.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All figures of a run of the admin program, and the ratios that are aimed at. */
final class AdminReport {
    private final LoadOptions options;
    private final String postgres;
    private final Map<String, Figures> figures = new LinkedHashMap<>();
    private final List<String> ratios = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    AdminReport(LoadOptions options, String postgres) {
        this.options = options;
        this.postgres = postgres;
    }

    void add(String key, Figures found) {
        System.out.println(found.row());
        figures.put(key, found);
    }

    Figures figures(String key) {
        return figures.get(key);
    }

    void notes(String note) {
        System.out.println(note);
        notes.add(note);
    }

    /** What the one does in a second, of what the other does. */
    void speed(String name, String one, String other, double aim) {
        double found = figures.get(one).rate() / figures.get(other).rate();
        ratios.add("| %s | %.2f%s | ≥ %.1f |".formatted(name, found, found < aim ? " **short**" : "", aim));
    }

    /** The processor time that one of the first costs, of what one of the others costs. */
    void cost(String name, String one, String other, double aim) {
        double found = figures.get(one).cost() / figures.get(other).cost();
        ratios.add("| %s | %.2f%s | ≤ %.1f |".formatted(name, found, found > aim ? " **short**" : "", aim));
    }

    String text() {
        return """

                %s, %s processors, %s, Java %s, PostgreSQL %s, commits wait for the disk.
                %d threads ask without a pause; warm-up %d s, each measurement %d s, %,d entries. Shares are of all processors.

                %s
                %s

                | ratio | measured | aim |
                |---|---|---|
                %s

                %s
                """.formatted(
                        LoadReport.processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("java.version"),
                        postgres,
                        options.threads(),
                        options.warmUp().toSeconds(),
                        options.time().toSeconds(),
                        options.many(),
                        Figures.head(),
                        figures.values().stream().map(Figures::row).collect(Collectors.joining("\n")),
                        String.join("\n", ratios),
                        notes.stream().map(note -> "- " + note).collect(Collectors.joining("\n")));
    }
}
