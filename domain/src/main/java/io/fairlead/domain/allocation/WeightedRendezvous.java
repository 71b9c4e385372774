package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.RegistrationId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Weighted rendezvous hashing: each hub draws a score {@code -weight / ln(u)} with {@code u} uniform in (0,1) from the
 * hash of device and hub, and the highest wins, so a hub is chosen in proportion to its weight. When a hub comes or
 * goes, only the devices that it wins or held move; with a table or a ring more would.
 *
 * <p>{@link StrictMath} because the result must be the same on every machine that shares the database.
 */
final class WeightedRendezvous {
    private static final double TWO_TO_53 = 0x1p53;

    private WeightedRendezvous() {}

    static Optional<LinkedHub> highest(List<LinkedHub> hubs, RegistrationId id) {
        return hubs.stream()
                .max(Comparator.comparingDouble((LinkedHub hub) -> score(hub, id))
                        .thenComparing(hub -> hub.name().value()));
    }

    private static double score(LinkedHub hub, RegistrationId id) {
        return -hub.weight() / StrictMath.log(uniform(id.canonical() + "\n" + hub.name()));
    }

    /** 53 bits of SHA-256, moved by a half so that neither 0 nor 1 occurs. */
    private static double uniform(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return (new BigInteger(1, digest, 0, 8).shiftRight(11).longValue() + 0.5) / TWO_TO_53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
