package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.adapters.wire.problem.RefusedRequest;

/** What a container or JAX-RS runtime says by a bare status, in our words. */
final class ContainerRefusals {
    static final Refusal FAILED = new Refusal(ErrorCode.INTERNAL, RefusedRequest.FAILED);

    private ContainerRefusals() {}

    static Refusal of(int status) {
        return switch (status) {
            case 404 ->
                new Refusal(
                        ErrorCode.NOT_FOUND,
                        "there is no such path; devices use /{idScope}/registrations/{registrationId}/register, operators "
                                + "/enrollments/{registrationId} and /enrollmentGroups/{enrollmentGroupId}");
            case 405 -> new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "this path does not know that method");
            case 413 -> new Refusal(ErrorCode.TOO_LARGE, "the request is too large; send less");
            case 415 -> new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send Content-Type: application/json");
            default ->
                status < 500
                        ? new Refusal(ErrorCode.INVALID, "the request is malformed; check its path, query and headers")
                        : FAILED;
        };
    }
}
