package io.fairlead.adapters.wire.problem;

import io.fairlead.application.problem.Problem;
import io.fairlead.domain.registration.FailureKind;

/**
 * The numeric codes of refusals: an HTTP status times 1000 and a number of its own. Clients divide by 1000 to learn
 * whether to try again (seen from the C# and embedded C clients), on every transport.
 *
 * <p>Where Azure's own code is known it is used; the others are chosen here, see the table in {@code
 * adapters-rest/DIVERGENCES.md}.
 */
public enum ErrorCode {
    /** The request cannot be understood, or breaks a rule. */
    INVALID(400004),
    /** The operator's allocation webhook failed (Azure's code). */
    WEBHOOK_FAILED(400207),
    /** No hub could be chosen for the enrollment (Azure's code). */
    NO_ELIGIBLE_HUB(400208),
    /** The hub refused (Azure's code). */
    HUB_REFUSED(400209),
    /** No proof of identity, or one that does not hold (Azure's code). */
    UNAUTHENTICATED(401002),
    /** The proof holds, but the enrollment is disabled. */
    ENROLLMENT_DISABLED(401005),
    /** The operator's token holds, but its policy lacks a right. */
    FORBIDDEN(403001),
    /** No enrollment (Azure's code). */
    NOT_ENROLLED(404201),
    /** Another thing that is not there: an enrollment asked for by an operator, an operation, a path (Azure's code). */
    NOT_FOUND(404202),
    /** The resource knows no such method. */
    METHOD_NOT_ALLOWED(405001),
    /** The change contradicts what is stored. */
    CONFLICT(409001),
    /** The device id is taken (Azure's code). */
    DEVICE_ID_TAKEN(409203),
    /** The record is not in the version that the request demands. */
    PRECONDITION_FAILED(412001),
    /** The body is larger than 96 KB. */
    TOO_LARGE(413001),
    /** The body is not JSON in UTF-8. */
    UNSUPPORTED_MEDIA_TYPE(415001),
    /** Too many requests. */
    THROTTLED(429001),
    /** The service failed; its log has the tracking id. */
    INTERNAL(500001),
    /** Something the service depends on, a hub or the database, does not answer. */
    UNAVAILABLE(503001),
    /** The device's state may be on a hub that cannot be reached. */
    STATE_OUT_OF_REACH(503002),
    /** The device's state kept changing while it was being moved. */
    STATE_UNSETTLED(503003);

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    /** The number in {@code errorCode}. */
    public int code() {
        return code;
    }

    /** The HTTP status, which other transports carry as well. */
    public int status() {
        return code / 1000;
    }

    /** The code of a refused request. */
    public static ErrorCode of(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> INVALID;
            case UNAUTHENTICATED -> UNAUTHENTICATED;
            case ENROLLMENT_DISABLED -> ENROLLMENT_DISABLED;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_ENROLLED -> NOT_ENROLLED;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case PRECONDITION_FAILED -> PRECONDITION_FAILED;
            case THROTTLED -> THROTTLED;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
        };
    }

    /** The code inside a registration whose operation failed after it was accepted. */
    public static ErrorCode of(FailureKind kind) {
        return switch (kind) {
            case NO_ELIGIBLE_HUB -> NO_ELIGIBLE_HUB;
            case WEBHOOK_FAILED -> WEBHOOK_FAILED;
            case DEVICE_ID_TAKEN -> DEVICE_ID_TAKEN;
            case HUB_REFUSED -> HUB_REFUSED;
            case HUB_UNREACHABLE -> UNAVAILABLE;
            case STATE_OUT_OF_REACH -> STATE_OUT_OF_REACH;
            case ENROLLMENT_GONE -> NOT_ENROLLED;
            case STATE_UNSETTLED -> STATE_UNSETTLED;
            case INTERNAL -> INTERNAL;
        };
    }
}
