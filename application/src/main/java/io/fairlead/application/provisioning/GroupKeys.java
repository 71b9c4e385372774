package io.fairlead.application.provisioning;

import io.fairlead.application.port.EnrollmentGroupStore;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.attestation.IdentityClaim;
import io.fairlead.domain.attestation.ProofCheck;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.certificate.Trust;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * This node's copy of the keys of the groups, so that a stranger does not make the service read and understand every group:
 * a device does not name its group. The copy says only whom to ask; that group is read before it is believed. It is brought
 * up to date when it is a second old, and for a proof that could hold whenever it is older than the request. Thread-safe.
 */
final class GroupKeys {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final UnitOfWork work;
    private volatile Copy copy = new Copy(Instant.MIN, Map.of());

    GroupKeys(UnitOfWork work) {
        this.work = work;
    }

    /** The keys by group, in the order of the ids, as they were at an instant. */
    private record Copy(Instant since, Map<String, Held> groups) {}

    private record Held(EnrollmentGroupId id, ETag etag, Attestation keys) {}

    /**
     * Whom a token leads to.
     *
     * @param group whose key signed it, though it may have expired
     * @param refusal why it leads to nobody; empty when it does, or when there is no group at all
     */
    record Finding(Optional<EnrollmentGroupId> group, Optional<Reason> refusal) {}

    /**
     * Looks for the group whose derived key signed a token.
     *
     * @param now when the request came, by this node's clock
     * @param mayHold whether the token could hold: for it the newest groups are looked at
     */
    Finding find(IdentityClaim claim, Instant now, boolean mayHold) {
        Finding known = find(upToDate(now, FRESH), claim);
        return known.group().isPresent() || !mayHold ? known : find(upToDate(now, Duration.ZERO), claim);
    }

    private static Finding find(Copy copy, IdentityClaim claim) {
        Optional<Reason> nearest = Optional.empty();
        for (Held held : copy.groups().values()) {
            Optional<Reason> refusal = ProofCheck.group(held.keys(), claim, Trust.NONE)
                    .match(proven -> Optional.empty(), no -> Optional.of(no.reason()));
            if (refusal.isEmpty() || refusal.get() == Reason.EXPIRED) {
                return new Finding(Optional.of(held.id()), Optional.empty());
            }
            nearest = refusal;
        }
        return new Finding(Optional.empty(), nearest);
    }

    /** A copy that was begun after the request came, or not so long before. */
    private Copy upToDate(Instant now, Duration age) {
        return isUpToDate(now, age) ? copy : refreshed(now, age);
    }

    /** A clock that was put back makes every copy old. */
    private boolean isUpToDate(Instant now, Duration age) {
        Instant since = copy.since();
        return since.isAfter(now.minus(age)) && !since.isAfter(now.plus(FRESH));
    }

    private synchronized Copy refreshed(Instant now, Duration age) {
        if (!isUpToDate(now, age)) {
            copy = new Copy(now, work.read(stores -> read(stores.groups(), copy.groups())));
        }
        return copy;
    }

    private static Map<String, Held> read(EnrollmentGroupStore store, Map<String, Held> before) {
        if (before.isEmpty()) {
            return byId(store.withSymmetricKeys().stream().map(GroupKeys::held).toList());
        }
        Map<String, Held> groups = new TreeMap<>();
        store.versionsWithSymmetricKeys()
                .forEach((id, etag) -> Optional.ofNullable(before.get(id.canonical()))
                        .filter(held -> held.etag().equals(etag))
                        .or(() -> store.find(id).map(GroupKeys::held))
                        .ifPresent(held -> groups.put(id.canonical(), held)));
        return groups;
    }

    private static Map<String, Held> byId(List<Held> all) {
        Map<String, Held> groups = new LinkedHashMap<>();
        all.forEach(held -> groups.put(held.id().canonical(), held));
        return groups;
    }

    private static Held held(EnrollmentGroup group) {
        return new Held(group.groupId(), group.stamp().etag(), group.terms().attestation());
    }
}
