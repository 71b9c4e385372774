package io.fairlead.domain.operating;

/** One thing that a quota can limit; {@link Quotas} says what each counts. */
public enum Quota {
    REGISTRATIONS_PER_MINUTE,
    OPERATIONS_PER_MINUTE,
    POLLS_PER_DEVICE,
    ENROLLMENTS,
    ENROLLMENT_GROUPS,
    LINKED_HUBS
}
