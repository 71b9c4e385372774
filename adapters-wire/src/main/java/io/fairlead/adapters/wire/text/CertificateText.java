package io.fairlead.adapters.wire.text;

import io.fairlead.domain.certificate.Certificate;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One certificate as text: PEM (RFC 7468), the base64 of its DER, or the base64 of PEM, which some clients send. */
public final class CertificateText {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    /** Base64 of base64 of the largest certificate, with line breaks. */
    private static final int MAX_LENGTH = 2 * Certificate.MAX_BYTES;

    private CertificateText() {}

    /** @throws IllegalArgumentException saying what is wrong, unless this is exactly one certificate and nothing secret */
    public static Certificate read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("it is far longer than a certificate");
        }
        return text.contains("-----") ? Certificate.of(pem(text)) : encoded(decode(text));
    }

    /** @throws IllegalArgumentException as {@link #read(String)} */
    public static Certificate read(byte[] derOrText) {
        boolean isDer = derOrText.length > 0 && derOrText[0] == 0x30;
        return isDer ? Certificate.of(derOrText) : read(new String(derOrText, StandardCharsets.ISO_8859_1));
    }

    private static Certificate encoded(byte[] decoded) {
        boolean isPem = decoded.length > 0 && decoded[0] == '-';
        return Certificate.of(isPem ? pem(new String(decoded, StandardCharsets.ISO_8859_1)) : decoded);
    }

    private static byte[] pem(String text) {
        if (text.contains("PRIVATE KEY-----")) {
            throw new IllegalArgumentException("it holds a private key, which nobody else should ever see; send the "
                    + "certificate alone, and replace that key");
        }
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("it is not a certificate in PEM");
        }
        if (text.indexOf(BEGIN, begin + 1) >= 0) {
            throw new IllegalArgumentException("it holds more than one certificate, and one is due");
        }
        return decode(text.substring(begin + BEGIN.length(), end));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is neither PEM nor base64", e);
        }
    }
}
