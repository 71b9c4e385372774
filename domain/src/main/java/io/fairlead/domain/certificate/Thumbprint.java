package io.fairlead.domain.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a certificate's DER: by this it is reserved, looked up and known to a hub.
 *
 * @param value 64 hexadecimal digits, upper case
 */
public record Thumbprint(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-F]{64}");

    public Thumbprint {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a thumbprint must be 64 hexadecimal digits in upper case");
        }
    }

    /** The thumbprint of this DER. */
    public static Thumbprint of(byte[] der) {
        return new Thumbprint(digest("SHA-256", der));
    }

    /** Empty when the text is none. */
    public static Optional<Thumbprint> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Thumbprint(text)) : Optional.empty();
    }

    /** A digest as certificates are named by it: upper-case hex. */
    static String digest(String algorithm, byte[] der) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
