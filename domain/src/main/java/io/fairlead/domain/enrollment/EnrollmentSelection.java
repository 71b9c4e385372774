package io.fairlead.domain.enrollment;

import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.IdentityClaim;
import io.fairlead.domain.attestation.ProofCheck;
import io.fairlead.domain.attestation.ProofVerdict;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.attestation.ProvenIdentity;
import io.fairlead.domain.certificate.Trust;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which enrollment entry speaks for a device, and whether its proof holds there.
 *
 * <p>An individual entry for the registration id is the only one asked, even when it is disabled: that is how one device
 * of a group is banned (DPS "How to disenroll a device"). Otherwise, for a token, the first group whose derived key signed
 * it speaks, since the device does not name its group; for a certificate, the entry that holds the first enrolled
 * certificate of the presented chain, the leaf first, and no other (DPS "X.509 certificate attestation").
 */
public final class EnrollmentSelection {
    private EnrollmentSelection() {}

    /** Who spoke for the device, or why nobody did. */
    public sealed interface Outcome {
        <R> R match(
                Function<Entitled, R> entitled, Function<Disabled, R> disabled, Function<NotEntitled, R> notEntitled);
    }

    /** The device proved itself to an enabled entry. */
    public record Entitled(Enrollment entry, ProvenIdentity identity) implements Outcome {
        @Override
        public <R> R match(
                Function<Entitled, R> entitled, Function<Disabled, R> disabled, Function<NotEntitled, R> notEntitled) {
            return entitled.apply(this);
        }
    }

    /** The device proved itself, but its entry lets nobody in. */
    public record Disabled(Enrollment entry) implements Outcome {
        @Override
        public <R> R match(
                Function<Entitled, R> entitled, Function<Disabled, R> disabled, Function<NotEntitled, R> notEntitled) {
            return disabled.apply(this);
        }
    }

    /** Nobody spoke for the device; the reason is empty when there is no entry that could. */
    public record NotEntitled(Optional<Reason> reason) implements Outcome {
        @Override
        public <R> R match(
                Function<Entitled, R> entitled, Function<Disabled, R> disabled, Function<NotEntitled, R> notEntitled) {
            return notEntitled.apply(this);
        }
    }

    /**
     * Selects.
     *
     * @param individual the individual entry for the registration id
     * @param others for a token, the groups that could vouch, the likeliest first; for a certificate, the entries that
     *     hold certificates of the chain, the leaf's first
     * @param trust what chains are judged by
     */
    public static Outcome select(
            Optional<IndividualEnrollment> individual,
            List<? extends Enrollment> others,
            IdentityClaim claim,
            Trust trust) {
        if (individual.isPresent()) {
            IndividualEnrollment entry = individual.get();
            return outcome(entry, ProofCheck.individual(entry.terms().attestation(), claim, trust));
        }
        return claim.proof()
                .match(
                        shown -> byCertificate(others, shown, claim, trust),
                        token -> byToken(others, claim),
                        () -> byToken(others, claim));
    }

    private static Outcome byToken(List<? extends Enrollment> groups, IdentityClaim claim) {
        Optional<Reason> nearest = Optional.empty();
        for (Enrollment group : groups) {
            ProofVerdict verdict = ProofCheck.group(group.terms().attestation(), claim, Trust.NONE);
            Optional<Reason> refusal = verdict.match(proven -> Optional.empty(), no -> Optional.of(no.reason()));
            if (refusal.isEmpty() || refusal.get() == Reason.EXPIRED) {
                return outcome(group, verdict);
            }
            nearest = refusal;
        }
        return new NotEntitled(nearest);
    }

    private static Outcome byCertificate(
            List<? extends Enrollment> holders, CertificateProof shown, IdentityClaim claim, Trust trust) {
        return holders.stream()
                .findFirst()
                .map(holder -> holder.<Outcome>match(
                        anothers -> new NotEntitled(Optional.of(Reason.CERTIFICATE_OF_ANOTHER)),
                        group -> outcome(group, ProofCheck.group(group.terms().attestation(), claim, trust))))
                .orElseGet(() -> new NotEntitled(ProofCheck.strangersFault(shown.chain())));
    }

    private static Outcome outcome(Enrollment entry, ProofVerdict verdict) {
        return verdict.match(
                proven -> entry.terms().isEnabled() ? new Entitled(entry, proven.identity()) : new Disabled(entry),
                notProven -> new NotEntitled(Optional.of(notProven.reason())));
    }
}
