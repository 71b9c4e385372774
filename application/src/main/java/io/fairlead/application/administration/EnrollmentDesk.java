package io.fairlead.application.administration;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.WebhookCheck;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.enrollment.EnrollmentRules;
import io.fairlead.domain.enrollment.EnrollmentRules.Violation;
import io.fairlead.domain.enrollment.EnrollmentTerms;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.ETag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What saving an entry means for both kinds: preconditions, rules, keys and stamps. */
final class EnrollmentDesk {
    /** A twin can be wrong in thousands of places. */
    private static final int MOST_TOLD = 5;

    private final LinkedHubDirectory hubs;
    private final WebhookCheck webhooks;
    private final IdSource ids;
    private final AttestationDesk attestations;
    private final Clock clock;

    EnrollmentDesk(LinkedHubDirectory hubs, WebhookCheck webhooks, IdSource ids, Clock clock) {
        this.hubs = hubs;
        this.webhooks = webhooks;
        this.ids = ids;
        this.attestations = new AttestationDesk(ids);
        this.clock = clock;
    }

    /** The terms to save, given what is stored now. */
    EnrollmentTerms terms(EnrollmentDraft draft, Optional<EnrollmentTerms> stored) {
        Optional<EnrollmentTerms> unsaid = stored.filter(terms -> isSilentOnHubs(draft, terms));
        EnrollmentTerms terms = new EnrollmentTerms(
                attestations.attestation(draft.attestation(), stored.map(EnrollmentTerms::attestation)),
                unsayable(draft, DraftField.CAPABILITIES, stored)
                        .map(EnrollmentTerms::capabilities)
                        .orElse(draft.capabilities()),
                unsaid.map(EnrollmentTerms::allocationPolicy).orElse(draft.allocationPolicy()),
                unsaid.map(EnrollmentTerms::iotHubs).orElse(draft.iotHubs()),
                draft.initialTwin(),
                draft.cannotSay(DraftField.REPROVISION_POLICY)
                        ? stored.flatMap(EnrollmentTerms::reprovisionPolicy)
                        : draft.reprovisionPolicy(),
                draft.provisioningStatus(),
                unsayable(draft, DraftField.ALLOCATION, stored)
                        .map(EnrollmentTerms::customAllocation)
                        .orElse(draft.customAllocation()));
        List<Violation> violations =
                new ArrayList<>(EnrollmentRules.violations(terms, hubs.linkedHubs(), hubs.defaultAllocation()));
        fault(terms, stored).ifPresent(violations::add);
        refuse(violations);
        return terms;
    }

    /** A webhook that was permitted once and is sent back as it was read is no reason to refuse what else changes. */
    private Optional<Violation> fault(EnrollmentTerms terms, Optional<EnrollmentTerms> stored) {
        return terms.customAllocation()
                .filter(webhook ->
                        !stored.flatMap(EnrollmentTerms::customAllocation).equals(Optional.of(webhook)))
                .flatMap(webhooks::fault)
                .map(why -> new Violation("customAllocationDefinition.webhookUrl", why));
    }

    /** The stored entry, where the caller has no words for this part of it. */
    private static <T> Optional<T> unsayable(EnrollmentDraft draft, DraftField field, Optional<T> stored) {
        return stored.filter(any -> draft.cannotSay(field));
    }

    /**
     * Whether the caller has no words for allocation policies and hub lists and named no single hub either: then its update
     * leaves both as they are, unless they are a single hub, which it could have named.
     */
    private static boolean isSilentOnHubs(EnrollmentDraft draft, EnrollmentTerms stored) {
        return draft.cannotSay(DraftField.ALLOCATION) && draft.iotHubs().isEmpty() && !isBoundToOne(stored);
    }

    private static boolean isBoundToOne(EnrollmentTerms terms) {
        return terms.allocationPolicy().equals(Optional.of(AllocationPolicy.STATIC))
                && terms.iotHubs().size() == 1;
    }

    /** Keys that the caller sent, or that it has never seen because they were not there before. */
    boolean mayShowKeys(EnrollmentDraft draft, Optional<EnrollmentTerms> stored, EnrollmentTerms saved) {
        boolean sent = draft.attestation() instanceof AttestationDraft.Keys keys
                && keys.keys().isPresent();
        boolean kept = stored.map(EnrollmentTerms::attestation)
                .filter(saved.attestation()::equals)
                .isPresent();
        return sent || !kept;
    }

    EntryStamp stamp(Optional<EntryStamp> stored) {
        ETag next = ids.newETag();
        return stored.map(stamp -> stamp.changed(next, clock.instant()))
                .orElseGet(() -> EntryStamp.created(next, clock.instant()));
    }

    /** Refuses when what is there is not what the caller expects. */
    static void demand(Precondition precondition, Optional<EntryStamp> stored, String what) {
        demandVersion(precondition, stored.map(EntryStamp::etag), what);
    }

    static void demandVersion(Precondition precondition, Optional<ETag> stored, String what) {
        if (!precondition.isMetBy(stored)) {
            throw Problem.of(Kind.PRECONDITION_FAILED, what + precondition.unmet(stored))
                    .asException();
        }
    }

    /** Refuses to add what is there. */
    static void demandAbsence(boolean isThere, String what) {
        if (isThere) {
            throw Problem.of(Kind.CONFLICT, what + " is there already: update it, or delete it first")
                    .asException();
        }
    }

    /** Refuses to change what is not there. */
    static void demandPresence(boolean isThere, String what) {
        if (!isThere) {
            throw notFound(what);
        }
    }

    static RuntimeException notFound(String what) {
        return Problem.of(Kind.NOT_FOUND, what + " does not exist").asException();
    }

    private static void refuse(List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        String detail = violations.stream()
                .map(violation -> violation.field() + ": " + violation.message())
                .distinct()
                .limit(MOST_TOLD)
                .collect(Collectors.joining("; "));
        throw new Problem(
                        Kind.INVALID, detail, Map.of("field", violations.get(0).field()))
                .asException();
    }
}
