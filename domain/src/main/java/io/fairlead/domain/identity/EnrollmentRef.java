package io.fairlead.domain.identity;

import java.util.Locale;

/**
 * Which enrollment entry is meant: an individual enrollment or a group, by its id.
 *
 * @param id the entry's id in the form it was written
 */
public record EnrollmentRef(Kind kind, String id) {
    /** The two kinds of enrollment entry. */
    public enum Kind {
        INDIVIDUAL,
        GROUP
    }

    public EnrollmentRef {
        if (kind == Kind.INDIVIDUAL) {
            new RegistrationId(id);
        } else {
            new EnrollmentGroupId(id);
        }
    }

    public static EnrollmentRef individual(RegistrationId id) {
        return new EnrollmentRef(Kind.INDIVIDUAL, id.value());
    }

    public static EnrollmentRef group(EnrollmentGroupId id) {
        return new EnrollmentRef(Kind.GROUP, id.value());
    }

    /** With the id in lower case: the form in which two that mean the same entry are equal. */
    public EnrollmentRef canonical() {
        return new EnrollmentRef(kind, id.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return kind == Kind.INDIVIDUAL ? "individual enrollment '" + id + "'" : "enrollment group '" + id + "'";
    }
}
