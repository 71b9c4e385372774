package io.fairlead.bootstrap.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the text of a setting becomes a value. Every method throws a {@link RuntimeException} for a text it cannot read. */
final class Texts {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern IP_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Texts() {}

    static Duration positive(String text) {
        return require(duration(text), value -> !value.isNegative() && !value.isZero());
    }

    /** {@code 500ms}, {@code 30s}, {@code 10m}, {@code 2h}, {@code 30d}, or ISO 8601 such as {@code PT10M}. */
    private static Duration duration(String text) {
        Matcher brief = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
        return brief.matches() ? duration(Long.parseLong(brief.group(1)), brief.group(2)) : Duration.parse(text);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** Whole seconds only: some clients fail on anything else. Never near the 60 s at which others give up. */
    static Duration clockSkew(String text) {
        return require(duration(text), value -> !value.isNegative() && value.compareTo(Duration.ofHours(1)) <= 0);
    }

    static Duration retryAfter(String text) {
        return require(positive(text), value -> value.toMillis() % 1000 == 0 && value.toSeconds() <= 30);
    }

    static int between(int least, int most, String text) {
        return require(Integer.parseInt(text), value -> value >= least && value <= most);
    }

    static String some(String text) {
        return require(text, value -> !value.isBlank());
    }

    /** A number, or {@code off} for none. */
    static OptionalInt quota(String text) {
        return text.equalsIgnoreCase("off") ? OptionalInt.empty() : OptionalInt.of(between(1, 1_000_000_000, text));
    }

    static int port(String text) {
        return between(0, 65_535, text);
    }

    static boolean onOrOff(String text) {
        return require(text.toLowerCase(Locale.ROOT), word -> word.equals("on") || word.equals("off"))
                .equals("on");
    }

    static OptionalInt portOrOff(String text) {
        return text.equalsIgnoreCase("off") ? OptionalInt.empty() : OptionalInt.of(port(text));
    }

    /** Long enough for any machine, and far below the 10 s after which the client gives up. */
    static Duration javaDelay(String text) {
        return require(duration(text), value -> !value.isNegative() && value.toMillis() <= 2000);
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(require(text, Texts::isAddress));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static boolean truth(String text) {
        return require(text.toLowerCase(Locale.ROOT), word -> word.equals("true") || word.equals("false"))
                .equals("true");
    }

    /** IP addresses as the JDK writes them. */
    static List<String> addresses(String text) {
        return list(text).stream().map(each -> address(each).getHostAddress()).toList();
    }

    static List<Path> files(String text) {
        return list(text).stream().map(Path::of).toList();
    }

    static List<String> hosts(String text) {
        return distinct(list(text).stream().map(Texts::host).toList());
    }

    private static String host(String text) {
        return isAddress(text) ? address(text).getHostAddress() : hostName(text);
    }

    static List<String> hubNames(String text) {
        return distinct(list(text).stream().map(Texts::hubName).toList());
    }

    private static String hubName(String text) {
        return require(hostName(text), name -> name.contains("."));
    }

    static String jdbcUrl(String text) {
        return require(text, url -> url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:"));
    }

    static String idScope(String text) {
        return require(text, scope -> scope.matches("0ne[0-9A-Z]{8}"));
    }

    static String sharedAccessKey(String text) {
        int bytes = Base64.getDecoder().decode(text).length;
        return require(text, key -> bytes >= 16 && bytes <= 64);
    }

    static String instanceId(String text) {
        return require(text, id -> id.matches("[A-Za-z0-9._-]{1,64}"));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static List<String> distinct(List<String> entries) {
        return require(entries, list -> list.stream().distinct().count() == list.size());
    }

    private static boolean isAddress(String text) {
        return IP_ADDRESS.matcher(text).matches();
    }

    private static String hostName(String text) {
        return require(
                text.toLowerCase(Locale.ROOT), name -> HOST_NAME.matcher(name).matches());
    }

    private static <T> T require(T value, Predicate<T> rule) {
        if (!rule.test(value)) {
            throw new IllegalArgumentException("not what was expected");
        }
        return value;
    }
}
