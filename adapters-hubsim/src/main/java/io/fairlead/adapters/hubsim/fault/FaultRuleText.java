package io.fairlead.adapters.hubsim.fault;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of one rule: {@code <hub> <call> <fault> [<time>] [device=…] [count=…] [probability=…]}, a star for every hub
 * or every call. Messages say what to write instead.
 */
final class FaultRuleText {
    private static final String FORM = "<hub> <call> <fault> [<time>] [device=<id>] [count=<n>] [probability=<0..1>]";
    private static final Pattern TIME = Pattern.compile("([0-9]{1,7})(ms|s)");
    private static final String EVERY = "*";
    private static final int FIXED_WORDS = 3;

    private FaultRuleText() {}

    /** @throws IllegalArgumentException with a message for whoever wrote the line */
    static FaultRule parse(String line) {
        List<String> words = Arrays.asList(line.trim().split("\\s+"));
        if (words.size() < FIXED_WORDS) {
            throw new IllegalArgumentException("a rule is " + FORM);
        }
        FaultKind kind = oneOf(FaultKind.values(), FaultKind::word, words.get(2), "fault");
        List<String> rest = words.subList(FIXED_WORDS, words.size());
        Map<String, String> options = options(rest);
        return new FaultRule(
                unlessEvery(words.get(0), HubName::new),
                unlessEvery(words.get(1), word -> oneOf(HubCall.values(), HubCall::word, word, "call")),
                Optional.ofNullable(options.remove("device")).map(DeviceId::new),
                kind,
                time(kind, rest),
                Optional.ofNullable(options.remove("count")).map(FaultRuleText::count),
                probability(options));
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (String word : words) {
            String[] parts = word.split("=", 2);
            if (parts.length == 2 && !List.of("device", "count", "probability").contains(parts[0])) {
                throw new IllegalArgumentException("unknown option '" + parts[0] + "': a rule is " + FORM);
            }
            if (parts.length == 2 && options.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException("'" + parts[0] + "' is given twice");
            }
        }
        return options;
    }

    private static Optional<Duration> time(FaultKind kind, List<String> words) {
        List<Duration> times = words.stream()
                .filter(word -> !word.contains("="))
                .map(FaultRuleText::duration)
                .toList();
        if (times.size() > (kind.takesTime() ? 1 : 0)) {
            throw new IllegalArgumentException("'" + kind.word() + "' takes "
                    + (kind.takesTime() ? "one time" : "no time") + ": a rule is " + FORM);
        }
        if (times.isEmpty() && kind.needsTime()) {
            throw new IllegalArgumentException("'" + kind.word() + "' needs a time, such as 200ms");
        }
        return times.stream().findFirst();
    }

    private static Duration duration(String word) {
        Matcher matcher = TIME.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + word + "' is no time: write 200ms or 5s");
        }
        long number = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    }

    private static long count(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("count must be a whole number from 1, not '" + text + "'");
        }
        return Long.parseLong(text);
    }

    private static double probability(Map<String, String> options) {
        String text = options.getOrDefault("probability", "1");
        if (!text.matches("0?\\.[0-9]{1,9}|1(\\.0)?") || Double.parseDouble(text) == 0) {
            throw new IllegalArgumentException("probability must be above 0 and at most 1, not '" + text + "'");
        }
        return Double.parseDouble(text);
    }

    private static <T> Optional<T> unlessEvery(String word, Function<String, T> reading) {
        return word.equals(EVERY) ? Optional.empty() : Optional.of(reading.apply(word));
    }

    private static <T> T oneOf(T[] values, Function<T, String> word, String text, String noun) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown " + noun + " '" + text + "', write one of "
                        + Arrays.stream(values).map(word).collect(Collectors.joining(", "))));
    }
}
