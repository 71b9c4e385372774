package io.fairlead.domain.enrollment;

import io.fairlead.domain.identity.EnrollmentRef;
import java.util.function.Function;

/** An enrollment entry: what an operator has said about one device, or about a group of them. */
public sealed interface Enrollment permits IndividualEnrollment, EnrollmentGroup {
    EnrollmentRef ref();

    EnrollmentTerms terms();

    EntryStamp stamp();

    /** Exhaustive dispatch over the two kinds. */
    <R> R match(Function<IndividualEnrollment, R> individual, Function<EnrollmentGroup, R> group);
}
