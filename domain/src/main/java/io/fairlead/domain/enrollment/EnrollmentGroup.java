package io.fairlead.domain.enrollment;

import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import java.util.function.Function;

/** The entry of a group of devices that share an attestation (DPS {@code EnrollmentGroup}). */
public record EnrollmentGroup(EnrollmentGroupId groupId, EnrollmentTerms terms, EntryStamp stamp)
        implements Enrollment {
    @Override
    public EnrollmentRef ref() {
        return EnrollmentRef.group(groupId);
    }

    @Override
    public <R> R match(Function<IndividualEnrollment, R> individual, Function<EnrollmentGroup, R> group) {
        return group.apply(this);
    }
}
