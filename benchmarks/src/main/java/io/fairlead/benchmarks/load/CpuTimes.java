package io.fairlead.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Whose processor time it was: the server's, PostgreSQL's, this program's, or that of others on the machine. Read from
 * {@code /proc}, so on Linux; elsewhere all but this program counts as nothing.
 */
final class CpuTimes {
    private static final double TICKS_A_SECOND = 100;
    private static final int COMMAND = 1;
    private static final int USER_TIME = 13;

    private final long serverPid;

    CpuTimes(long serverPid) {
        this.serverPid = serverPid;
    }

    /** Seconds of processor time until an instant. */
    record Reading(long nanos, double machine, double server, double database, double generator) {
        double secondsSince(Reading before) {
            return (nanos - before.nanos) / 1e9;
        }

        Shares sharesSince(Reading before) {
            double available = secondsSince(before) * Runtime.getRuntime().availableProcessors() / 100;
            double ofServer = server - before.server;
            double ofDatabase = database - before.database;
            double own = generator - before.generator;
            double rest = machine - before.machine - ofServer - ofDatabase - own;
            return new Shares(
                    ofServer / available, ofDatabase / available, own / available, Math.max(0, rest) / available);
        }
    }

    /** Percent of all the machine's processors. */
    record Shares(double server, double database, double generator, double foreign) {}

    Reading read() {
        double own = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
        return new Reading(System.nanoTime(), machine(), process(serverPid), database(), own);
    }

    private static double machine() {
        String[] words = firstLine(Path.of("/proc/stat")).trim().split("\\s+");
        double busy = 0;
        for (int index = 1; index < words.length && index < 9; index++) {
            boolean idle = index == 4 || index == 5;
            busy += idle ? 0 : Double.parseDouble(words[index]);
        }
        return busy / TICKS_A_SECOND;
    }

    /** With the time of ended children: a connection's process may end meanwhile. */
    private static double database() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .map(path -> firstLine(path.resolve("stat")))
                    .filter(line -> line.contains("(postgres)"))
                    .mapToDouble(CpuTimes::seconds)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static double process(long pid) {
        return seconds(firstLine(Path.of("/proc/" + pid + "/stat")));
    }

    private static double seconds(String stat) {
        if (stat.isEmpty()) {
            return 0;
        }
        String[] words =
                (stat.substring(0, stat.indexOf('(')) + "name" + stat.substring(stat.lastIndexOf(')') + 1)).split(" ");
        return (Double.parseDouble(words[USER_TIME]) + Double.parseDouble(words[USER_TIME + COMMAND])) / TICKS_A_SECOND;
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
