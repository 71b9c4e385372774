package io.fairlead.benchmarks.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the load program is told.
 *
 * @param warmUp until the server's compiler has done its work: minutes
 * @param time of each measurement
 * @param threads that ask; as many devices are under way at once
 * @param few the smaller number of enrollments
 * @param many the larger one
 */
record LoadOptions(Duration warmUp, Duration time, int threads, int few, int many) {
    private static final List<String> NAMES = List.of("--warmup", "--seconds", "--threads", "--few", "--many");

    /**
     * Reads {@code --warmup 240 --seconds 30 --threads 16 --few 10000 --many 1000000}, times in seconds.
     *
     * @throws IllegalArgumentException for anything else
     */
    static LoadOptions parse(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            options.put(arguments[index], arguments[index + 1]);
        }
        if (arguments.length % 2 != 0 || !NAMES.containsAll(options.keySet())) {
            throw new IllegalArgumentException(
                    "usage: [--warmup <s>] [--seconds <s>] [--threads <n>] [--few <n>] [--many <n>]");
        }
        return new LoadOptions(
                Duration.ofSeconds(number(options, "--warmup", 240)),
                Duration.ofSeconds(number(options, "--seconds", 30)),
                number(options, "--threads", 16),
                number(options, "--few", 10_000),
                number(options, "--many", 1_000_000));
    }

    private static int number(Map<String, String> options, String name, int usual) {
        return Integer.parseInt(options.getOrDefault(name, String.valueOf(usual)));
    }
}
