package io.fairlead.application.port;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.RegistrationId;
import java.util.Optional;

/** The individual enrollments, keyed by registration id ignoring case. */
public interface EnrollmentStore {
    Optional<IndividualEnrollment> find(RegistrationId id);

    /** Adds an entry. Repeated, it returns false: false when the id is taken, then nothing is changed. */
    boolean insert(IndividualEnrollment enrollment);

    /** Replaces the entry at the expected version; false when it is absent or at another, then nothing is changed. */
    boolean replace(IndividualEnrollment enrollment, ETag expected);

    /** Removes the entry at the expected version; false when it is absent or at another, then nothing is changed. */
    boolean remove(RegistrationId id, ETag expected);

    /**
     * A stretch of the entries by registration id; complete and stable while entries come and go. A page ends early
     * rather than hold more than about a megabyte. May be repeated.
     */
    Page<IndividualEnrollment> page(KeyRange range, PageRequest request);

    /** How many there are; counts them one by one. May be repeated. */
    long count();
}
