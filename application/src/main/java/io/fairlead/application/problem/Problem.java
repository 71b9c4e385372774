package io.fairlead.application.problem;

import java.util.Map;

/**
 * Why a request is refused.
 *
 * @param detail what is wrong and what to do about it; safe to show to the caller
 * @param facts more of it by name, such as the field that is wrong
 */
public record Problem(Kind kind, String detail, Map<String, String> facts) {
    /** The coarse kinds; each transport maps them in one table. */
    public enum Kind {
        /** The request is malformed or breaks a rule. */
        INVALID,
        /** The caller did not prove who it is. */
        UNAUTHENTICATED,
        /** The device is known, and its entry lets nobody in. */
        ENROLLMENT_DISABLED,
        /** The caller lacks a right. */
        FORBIDDEN,
        /** No enrollment entry speaks for the device. */
        NOT_ENROLLED,
        /** Another resource that does not exist. */
        NOT_FOUND,
        /** The request contradicts what is there. */
        CONFLICT,
        /** The resource is not at the version that the caller expects. */
        PRECONDITION_FAILED,
        /** Too many requests. */
        THROTTLED,
        /** Something that the service needs does not answer; the same request may succeed later. */
        UNAVAILABLE,
        /** The service itself failed. */
        INTERNAL
    }

    public Problem {
        facts = Map.copyOf(facts);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, Map.of());
    }

    /** A field that breaks a rule. */
    public static Problem field(String field, String detail) {
        return new Problem(Kind.INVALID, field + ": " + detail, Map.of("field", field));
    }

    public ProvisioningException asException() {
        return new ProvisioningException(this);
    }
}
