package io.fairlead.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server's process holds. Its heap must be of a fixed size and touched from the start: what the process grows by is
 * then outside of the heap.
 */
record ServerMemory(long pid) {
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /**
     * At one instant.
     *
     * @param live what is left in the heap after a full collection, kilobytes
     * @param resident of the whole process, kilobytes
     * @param descriptors that are open
     */
    record Reading(long live, long resident, long descriptors) {
        /** What the process holds beyond an earlier reading, in its heap and outside, megabytes. */
        double beyond(Reading before) {
            return (live - before.live + Math.max(0, resident - before.resident)) / 1024.0;
        }

        String since(Reading before) {
            return "%.0f MB beyond the idle server (heap %+.0f MB, outside of it %+.0f MB), %d file descriptors (%+d)"
                    .formatted(
                            beyond(before),
                            (live - before.live) / 1024.0,
                            (resident - before.resident) / 1024.0,
                            descriptors,
                            descriptors - before.descriptors);
        }
    }

    Reading read() {
        ask("GC.run");
        // The first collection may leave what waits for a reference handler.
        ask("GC.run");
        return new Reading(sum(USED, ask("GC.heap_info")), sum(RESIDENT, status()), descriptors());
    }

    private static long sum(Pattern figure, String text) {
        long sum = 0;
        Matcher matcher = figure.matcher(text);
        while (matcher.find()) {
            sum += Long.parseLong(matcher.group(1));
        }
        return sum;
    }

    private String ask(String command) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException("jcmd " + command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String status() {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/status"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
