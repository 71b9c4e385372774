package io.fairlead.adapters.rest.door;

import io.fairlead.adapters.wire.text.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of a request in the one spelling that resources know.
 *
 * <p>Fixed words are matched ignoring case (Node sends {@code /enrollmentgroups/…}, Java {@code /enrollmentGroups/…})
 * and one trailing slash is dropped (Node sends {@code /enrollments/?…}). Ids stay as they are. A path whose segments
 * would not mean the same after decoding (an encoded slash, a dot segment, an empty one, a parameter) is refused whole:
 * between here and the socket each layer reads such things its own way.
 */
final class RequestPath {
    /** Our own API, which nobody spells in another way. */
    private static final String OPERATOR_ROOT = "operator";

    private static final List<String> SERVICE_ROOTS = List.of("enrollments", "enrollmentGroups", "registrations");
    private static final List<String> SERVICE_WORDS = List.of("attestationmechanism", "query");
    private static final List<String> DEVICE_ROOTS = List.of("registrations");
    private static final List<String> DEVICE_WORDS = List.of("register", "operations");

    private RequestPath() {}

    /** The canonical path, percent-encoded as it came; empty when the path must be refused. */
    static Optional<String> canonical(String rawPath) {
        List<String> segments = new ArrayList<>(List.of(withoutEnds(rawPath).split("/", -1)));
        if (rawPath.equals("/") || rawPath.isEmpty()) return Optional.of("/");
        if (!segments.stream().allMatch(RequestPath::isPlain)) return Optional.empty();
        if (segments.get(0).equals(OPERATOR_ROOT)) return Optional.of("/" + String.join("/", segments));
        if (isOneOf(SERVICE_ROOTS, segments.get(0))) {
            respell(segments, 0, SERVICE_ROOTS);
            respell(segments, 2, SERVICE_WORDS);
        } else {
            respell(segments, 1, DEVICE_ROOTS);
            respell(segments, 3, DEVICE_WORDS);
        }
        return Optional.of("/" + String.join("/", segments));
    }

    private static String withoutEnds(String rawPath) {
        String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static boolean isPlain(String segment) {
        return PercentEncoding.decode(segment)
                .filter(text -> !text.isEmpty() && !text.equals(".") && !text.equals(".."))
                .filter(text -> text.chars().noneMatch(c -> c == '/' || c == '\\' || c == ';'))
                .isPresent();
    }

    private static void respell(List<String> segments, int index, List<String> words) {
        if (index >= segments.size()) return;
        String segment = segments.get(index);
        words.stream().filter(segment::equalsIgnoreCase).findFirst().ifPresent(word -> segments.set(index, word));
    }

    private static boolean isOneOf(List<String> words, String segment) {
        return words.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).equals(segment.toLowerCase(Locale.ROOT)));
    }
}
