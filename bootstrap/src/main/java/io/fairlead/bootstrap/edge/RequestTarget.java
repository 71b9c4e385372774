package io.fairlead.bootstrap.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The path of a request as it came over the wire, one character a byte. The container answers some with an empty 200 or 400 before the service sees them, and
 * reads others as another path than the one that was sent.
 */
final class RequestTarget {

    private static final int HEX = 16;

    private RequestTarget() {}

    /** Whether the path can be decoded, is text without control characters or backslashes, and stays where it is. */
    static boolean isSound(String path) {
        return isPlain(path) || decode(path).filter(RequestTarget::isText).isPresent();
    }

    /** Whether health or metrics are asked for; the path is sound. */
    static boolean isInternal(String path) {
        return isUnder("/health", path) || isUnder("/metrics", path);
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** The common case, without garbage: letters, digits, and what stands in ids and names. */
    private static boolean isPlain(String path) {
        for (int index = 0; index < path.length(); index++) {
            char letter = path.charAt(index);
            boolean plain = letter < 0x7f && Character.isLetterOrDigit(letter)
                    || letter == '/'
                    || letter == '-'
                    || letter == '_'
                    || letter == ':';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decode(String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int index = 0; index < path.length(); index++) {
            int value = path.charAt(index);
            if (value == '%') {
                value = escape(path, index + 1);
                index += 2;
            }
            if (value < 0) {
                return Optional.empty();
            }
            bytes.write(value);
        }
        return utf8(bytes.toByteArray());
    }

    /** The byte that two hex digits stand for; negative when there are none. */
    private static int escape(String path, int start) {
        if (start + 2 > path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(start), HEX);
        int low = Character.digit(path.charAt(start + 1), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(String path) {
        return path.chars().noneMatch(letter -> letter == '\\' || Character.isISOControl(letter))
                && !(path + '/').contains("/../")
                && !(path + '/').contains("/./");
    }
}
