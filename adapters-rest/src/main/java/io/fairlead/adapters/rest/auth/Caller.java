package io.fairlead.adapters.rest.auth;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who is calling, as the audit log names it. */
public final class Caller {
    private Caller() {}

    /** The name of the policy whose key signed the request's token. */
    public static String of(SecurityContext context) {
        Principal principal = context.getUserPrincipal();
        return principal == null ? "unnamed" : principal.getName();
    }
}
