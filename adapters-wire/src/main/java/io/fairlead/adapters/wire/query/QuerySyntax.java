package io.fairlead.adapters.wire.query;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import java.util.Map;

/** Refusals of query texts: each says at which character, and what was expected there. */
final class QuerySyntax {
    private QuerySyntax() {}

    /** Something that is wrong by itself. */
    static ProvisioningException refused(int position, String reason) {
        return new Problem(
                        Problem.Kind.INVALID,
                        "query, character " + position + ": " + reason,
                        Map.of("field", "query", "position", Integer.toString(position)))
                .asException();
    }

    /** Another token than those that can stand there. */
    static ProvisioningException expected(String what, Token found) {
        return refused(found.at(), "expected " + what + ", found " + found.described());
    }
}
