package io.fairlead.application.port;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The enrollment groups, keyed by group id ignoring case. */
public interface EnrollmentGroupStore {
    Optional<EnrollmentGroup> find(EnrollmentGroupId id);

    /** Adds a group; false when the id is taken, then nothing is changed. */
    boolean insert(EnrollmentGroup group);

    /** Replaces the group at the expected version; false when it is absent or at another, then nothing is changed. */
    boolean replace(EnrollmentGroup group, ETag expected);

    /** Removes the group at the expected version; false when it is absent or at another, then nothing is changed. */
    boolean remove(EnrollmentGroupId id, ETag expected);

    /** A stretch of the groups by id; as {@link EnrollmentStore#page}. */
    Page<EnrollmentGroup> page(KeyRange range, PageRequest request);

    /**
     * The groups that attest by symmetric key, ordered by id: the device does not name its group, so each could vouch.
     * At most a few hundred by the service's quota.
     */
    List<EnrollmentGroup> withSymmetricKeys();

    /** Which groups attest by symmetric key, and at which version: little to read, to find out whether a copy is current. */
    Map<EnrollmentGroupId, ETag> versionsWithSymmetricKeys();

    /** How many there are; counts them one by one. May be repeated. */
    long count();
}
