package io.fairlead.adapters.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * Encrypts secrets for the database and decrypts them: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits and
 * a tag of 128. What is sealed for one place does not open at another, so that whoever can write to the database cannot
 * let one device pass for the next by copying its key.
 *
 * <p>A sealed text is {@code sealed:<key id>:<nonce, text and tag in Base64>}. Thread-safe.
 */
public final class Sealing {
    private static final String PREFIX = "sealed:";
    private static final int NONCE_BYTES = Ciphers.NONCE_BYTES;

    private final KeyRing ring;
    private final String current;
    private final SecureRandom random;
    private final Ciphers ciphers = new Ciphers();

    /** @param random makes nonces; two that are equal under one key would break it, 2^32 secrets are safe */
    public Sealing(KeyRing ring, SecureRandom random) {
        this.ring = ring;
        this.current = PREFIX + ring.active().id() + ":";
        this.random = random;
    }

    /** The seal of one row. */
    public RowSeal row(String table, String id) {
        return new RowSeal(this, table + "/" + id);
    }

    /** The id of the key that encrypts. */
    public String activeKey() {
        return ring.active().id();
    }

    /** Whether this text looks like one that was sealed, with whatever key. */
    public static boolean isSealed(String text) {
        return text.startsWith(PREFIX);
    }

    /** Whether this is a sealed text of another key than the one that encrypts now. */
    public boolean isOutdated(String text) {
        return isSealed(text) && !text.startsWith(current);
    }

    /** Encrypts a secret for this place, differently each time. */
    String seal(String place, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = secret.getBytes(StandardCharsets.UTF_8);
        try {
            Cipher cipher = ciphers.take(Cipher.ENCRYPT_MODE, ring.active(), nonce, place);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(text.length));
            cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
            ciphers.putBack(cipher);
            return current + Base64.getEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Decrypts what was sealed for this place. */
    String open(String place, String text) {
        if (!isSealed(text)) throw new BrokenSeal(place, "it is not encrypted");
        int colon = text.indexOf(':', PREFIX.length());
        if (colon < 0) throw new BrokenSeal(place, "it is cut off");
        String id = text.substring(PREFIX.length(), colon);
        SealingKey key = ring.find(id)
                .orElseThrow(() -> new BrokenSeal(
                        place, "it is encrypted with key " + printable(id) + ", which this service does not have"));
        return open(place, key, decoded(place, text.substring(colon + 1)));
    }

    private String open(String place, SealingKey key, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + Ciphers.TAG_BITS / Byte.SIZE) throw new BrokenSeal(place, "it is cut off");
        try {
            Cipher cipher = ciphers.take(Cipher.DECRYPT_MODE, key, sealed, place);
            byte[] secret = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            ciphers.putBack(cipher);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new BrokenSeal(place, "it was changed, or belongs to another place");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static byte[] decoded(String place, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BrokenSeal(place, "it was changed");
        }
    }

    /** What stands in the database may be anything. */
    private static String printable(String id) {
        return id.length() <= 16 && id.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)
                ? id
                : "of no known form";
    }
}
