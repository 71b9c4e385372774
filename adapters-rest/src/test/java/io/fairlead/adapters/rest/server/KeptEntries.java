package io.fairlead.adapters.rest.server;

import io.fairlead.application.administration.EnrollmentDraft;
import io.fairlead.application.administration.Precondition;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.attestation.SymmetricKeyAttestation;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.enrollment.EnrollmentTerms;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.identity.ETag;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Entries of one kind in a map, with the rules of the doors on versions and absence, and the last draft put. */
class KeptEntries<I, E extends Enrollment> {
    private final Map<I, E> entries = new ConcurrentHashMap<>();
    private volatile EnrollmentDraft draft;

    /** What was put last. */
    public EnrollmentDraft lastDraft() {
        return draft;
    }

    void keep(I id, E entry) {
        entries.put(id, entry);
    }

    E find(I id) {
        return Optional.ofNullable(entries.get(id))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "there is no entry '" + id + "'")
                        .asException());
    }

    void remove(I id, Precondition precondition) {
        check(id, precondition);
        find(id);
        entries.remove(id);
    }

    /** The stamp that the entry shall have, when the precondition is met. */
    EntryStamp stamp(I id, EnrollmentDraft said, Precondition precondition) {
        check(id, precondition);
        draft = said;
        int version = entries.containsKey(id) ? 2 : 1;
        return new EntryStamp(new ETag("version-" + version), SomeMoments.CREATED, SomeMoments.UPDATED);
    }

    static EnrollmentTerms terms(EnrollmentDraft said) {
        return new EnrollmentTerms(
                new SymmetricKeyAttestation(said.keys().orElse(SomeKeys.keys("generated"))),
                said.capabilities(),
                said.allocationPolicy(),
                said.iotHubs(),
                said.initialTwin(),
                said.reprovisionPolicy(),
                said.provisioningStatus());
    }

    private void check(I id, Precondition precondition) {
        Optional<ETag> current =
                Optional.ofNullable(entries.get(id)).map(entry -> entry.stamp().etag());
        if (!precondition.isMetBy(current)) {
            throw Problem.of(Problem.Kind.PRECONDITION_FAILED, "the entry is at another version; read it again")
                    .asException();
        }
    }
}
