package io.fairlead.adapters.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What one pass over the bytes tells before parsing. The parser trusts its input to be UTF-8 and lets overlong forms
 * and encoded surrogates through, so that is settled here; plain ASCII costs only the pass.
 *
 * @param surrogateEscapes whether an escape of the surrogate range may be there
 */
record Utf8Bytes(boolean surrogateEscapes) {

    static Utf8Bytes check(byte[] text) {
        refuseByteOrderMark(text);
        boolean ascii = true;
        boolean surrogates = false;
        for (int i = 0; i < text.length; i++) {
            if (text[i] < 0) ascii = false;
            else if (text[i] == '\\' && !surrogates) surrogates = surrogateEscape(text, i);
        }
        if (!ascii) refuseMalformed(text);
        return new Utf8Bytes(surrogates);
    }

    private static boolean surrogateEscape(byte[] text, int backslash) {
        return backslash + 2 < text.length
                && text[backslash + 1] == 'u'
                && (text[backslash + 2] == 'd' || text[backslash + 2] == 'D');
    }

    private static void refuseByteOrderMark(byte[] text) {
        if (text.length >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf) {
            throw new InvalidJson("the JSON text starts with a byte order mark; send UTF-8 without one");
        }
    }

    private static void refuseMalformed(byte[] text) {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
        } catch (CharacterCodingException e) {
            throw new InvalidJson("the JSON text is not valid UTF-8 (byte " + (bytes.position() + 1) + ")");
        }
    }
}
