package io.fairlead.adapters.wire.query;

import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.application.problem.ProvisioningException;

/** The query text in a request's body (DPS {@code QuerySpecification}). */
public final class QueryBody {
    private QueryBody() {}

    /**
     * The text, without blanks around it; empty when there is no body or no {@code query} in it, which clients mean as
     * "everything" (the specification of the registrations' query has no body, SDKs send one).
     *
     * @throws ProvisioningException invalid, when the body is not one JSON object or its query no string
     */
    public static String text(byte[] body) {
        return body.length == 0
                ? ""
                : RequestBody.read(body, members -> members.text("query").orElse(""))
                        .strip();
    }
}
