package io.fairlead.domain.enrollment;

import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.ProofCheck;
import io.fairlead.domain.attestation.ProofVerdict;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which enrollment entry speaks for a device, and whether its proof holds there.
 *
 * <p>An individual entry for the registration id is the only one asked, even when it is disabled: that is how one device
 * of a group is banned (DPS "How to disenroll a device"). Otherwise the first group whose derived key signed the proof
 * speaks; the device does not name its group.
 */
public final class EnrollmentSelection {
    private EnrollmentSelection() {}

    /** Who spoke for the device, or why nobody did. */
    public sealed interface Outcome {
        <R> R match(
                Function<Entitled, R> entitled, Function<Disabled, R> disabled, Function<NotEntitled, R> notEntitled);
    }

    /** The device proved itself to an enabled entry. */
    public record Entitled(Enrollment entry, DeviceCredential credential) implements Outcome {
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
     * @param groups the groups that could vouch, the likeliest first
     */
    public static Outcome select(
            Optional<IndividualEnrollment> individual,
            List<EnrollmentGroup> groups,
            DeviceProof proof,
            IdScope scope,
            RegistrationId id,
            Instant now) {
        if (individual.isPresent()) {
            IndividualEnrollment entry = individual.get();
            return outcome(entry, ProofCheck.individual(keys(entry), proof, scope, id, now));
        }
        Optional<Reason> nearest = Optional.empty();
        for (EnrollmentGroup group : groups) {
            ProofVerdict verdict = ProofCheck.group(keys(group), proof, scope, id, now);
            Optional<Reason> refusal = verdict.match(proven -> Optional.empty(), no -> Optional.of(no.reason()));
            if (refusal.isEmpty() || refusal.get() == Reason.EXPIRED) {
                return outcome(group, verdict);
            }
            nearest = refusal;
        }
        return new NotEntitled(nearest);
    }

    private static Outcome outcome(Enrollment entry, ProofVerdict verdict) {
        return verdict.match(
                proven -> entry.terms().isEnabled() ? new Entitled(entry, proven.credential()) : new Disabled(entry),
                notProven -> new NotEntitled(Optional.of(notProven.reason())));
    }

    private static SymmetricKeys keys(Enrollment entry) {
        return entry.terms().attestation().match(symmetric -> symmetric.keys());
    }
}
