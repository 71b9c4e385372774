package io.fairlead.bootstrap.websocket;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A client's opening handshake (RFC 6455, section 4.2.1), as far as it can be accepted.
 *
 * @param protocol the sub-protocol in the client's own spelling: C asks for {@code MQTT}, others for {@code mqtt}
 * @param accept the value of {@code Sec-WebSocket-Accept}
 */
record Offer(String protocol, String accept) {
    static final String VERSION = "13";

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    /** Whether a request wants to become a WebSocket at all. */
    static boolean isMadeBy(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && tokens(request, "Upgrade").anyMatch("websocket"::equalsIgnoreCase)
                && tokens(request, "Connection").anyMatch("upgrade"::equalsIgnoreCase);
    }

    /** Empty when the handshake is malformed, of another version, or offers no protocol that is spoken here. */
    static Optional<Offer> of(HttpServletRequest request, Set<String> spoken) {
        String key = request.getHeader("Sec-WebSocket-Key");
        if (key == null || !isKey(key.strip()) || !VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
            return Optional.empty();
        }
        return tokens(request, "Sec-WebSocket-Protocol")
                .filter(spoken::contains)
                .findFirst()
                .map(protocol -> new Offer(protocol, accept(key.strip())));
    }

    private static Stream<String> tokens(HttpServletRequest request, String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        return values.stream().flatMap(value -> Arrays.stream(value.split(","))).map(String::strip);
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
