package io.fairlead.benchmarks.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the transport program is told.
 *
 * @param warmUp until the server's compiler has done its work: minutes
 * @param time of each measurement that has no end of its own
 * @param threads that ask; as many devices are under way at once
 * @param devices that keep a connection each
 * @param mostIdle at most so many idle connections, also where more are aimed at
 * @param halfOpen handshakes that nobody finishes
 */
record TransportOptions(Duration warmUp, Duration time, int threads, int devices, int mostIdle, int halfOpen) {
    private static final List<String> NAMES =
            List.of("--warmup", "--seconds", "--threads", "--devices", "--most-idle", "--half-open");

    /**
     * Reads {@code --warmup 120 --seconds 20 …}, times in seconds.
     *
     * @throws IllegalArgumentException for anything else
     */
    static TransportOptions parse(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            options.put(arguments[index], arguments[index + 1]);
        }
        if (arguments.length % 2 != 0 || !NAMES.containsAll(options.keySet())) {
            throw new IllegalArgumentException("usage: [" + String.join(" <n>] [", NAMES) + " <n>]");
        }
        return new TransportOptions(
                Duration.ofSeconds(number(options, "--warmup", 120)),
                Duration.ofSeconds(number(options, "--seconds", 20)),
                number(options, "--threads", 16),
                number(options, "--devices", 2_000),
                number(options, "--most-idle", 10_000),
                number(options, "--half-open", 1_000));
    }

    private static int number(Map<String, String> options, String name, int usual) {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(usual)));
    }
}
