package io.fairlead.adapters.wire.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent-encoding (RFC 3986), not that of HTML forms: a {@code +} is a plus, since base64 uses it. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * The decoded text; empty when an escape is cut or no number, or the bytes are not UTF-8 of printable characters.
     */
    public static Optional<String> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i) == '%' ? escape(text, i) : text.charAt(i);
            if (value < ' ' || value == 0x7f || text.charAt(i) > 0x7f) return Optional.empty();
            if (text.charAt(i) == '%') i += 2;
            bytes.write(value);
        }
        return utf8(bytes.toByteArray());
    }

    private static int escape(String text, int percent) {
        if (percent + 2 >= text.length()) return -1;
        char high = text.charAt(percent + 1);
        char low = text.charAt(percent + 2);
        boolean hex = HexFormat.isHexDigit(high) && HexFormat.isHexDigit(low);
        return hex ? HexFormat.fromHexDigit(high) * 16 + HexFormat.fromHexDigit(low) : -1;
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
}
