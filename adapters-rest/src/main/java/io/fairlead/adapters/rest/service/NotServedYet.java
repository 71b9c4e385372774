package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.rest.problem.Refusal;
import io.fairlead.adapters.wire.problem.ErrorCode;
import jakarta.ws.rs.WebApplicationException;

/** The parts of the service API that DPS has and this version has not: 501, so that nobody takes them for a mistake. */
final class NotServedYet {
    private NotServedYet() {}

    static WebApplicationException part(String what) {
        return new Refusal(ErrorCode.NOT_IMPLEMENTED, what + " is not part of this version of the service")
                .asException();
    }
}
