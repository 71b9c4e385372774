package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All figures of a run of the transport program, and the ratios that are aimed at. */
final class TransportReport {
    private final TransportOptions options;
    private final String postgres;
    private final List<Figures> rows = new ArrayList<>();
    private final Map<String, List<Figures>> figures = new LinkedHashMap<>();
    private final List<String> aims = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    TransportReport(TransportOptions options, String postgres) {
        this.options = options;
        this.postgres = postgres;
    }

    /** One of perhaps several measurements of the same thing. */
    void add(String key, Figures found) {
        System.out.println(found.row());
        rows.add(found);
        figures.computeIfAbsent(key, none -> new ArrayList<>()).add(found);
    }

    void note(String note) {
        System.out.println(note);
        notes.add(note);
    }

    void atLeast(String name, double found, double aim) {
        aims.add("| %s | %.2f%s | ≥ %.1f |".formatted(name, found, found < aim ? " **short**" : "", aim));
    }

    void atMost(String name, double found, double aim) {
        aims.add("| %s | %.0f%s | ≤ %.0f |".formatted(name, found, found > aim ? " **short**" : "", aim));
    }

    /** Of all measurements of a thing together. */
    double rate(String key) {
        List<Figures> all = figures.get(key);
        return all.stream().mapToLong(Figures::count).sum()
                / all.stream().mapToDouble(Figures::seconds).sum();
    }

    /** How one transport does against HTTPS. */
    double besideHttps(Transport transport, String what) {
        return rate(key(transport, what)) / rate(key(Transport.HTTPS, what));
    }

    static String key(Transport transport, String what) {
        return what + " over " + transport;
    }

    String text() {
        return """

                %s, %s processors, %s, Java %s, PostgreSQL %s, commits wait for the disk.
                %d threads ask without a pause, %d devices keep a connection each; warm-up %d s. Shares are of all processors.

                %s
                %s

                | aim | measured | |
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
                        options.devices(),
                        options.warmUp().toSeconds(),
                        Figures.head(),
                        rows.stream().map(Figures::row).collect(Collectors.joining("\n")),
                        String.join("\n", aims),
                        notes.stream().map(note -> "- " + note).collect(Collectors.joining("\n")));
    }
}
