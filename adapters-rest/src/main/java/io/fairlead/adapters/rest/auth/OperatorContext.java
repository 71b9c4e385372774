package io.fairlead.adapters.rest.auth;

import io.fairlead.application.operating.Operator;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Whose request it is, as resources take it: a {@code @Context SecurityContext} parameter, whose principal has the
 * policy's name.
 */
public record OperatorContext(Operator operator) implements SecurityContext {

    /** The operator of a request that has passed the filter. */
    public static Operator of(SecurityContext context) {
        return new Operator(context.getUserPrincipal().getName());
    }

    @Override
    public Principal getUserPrincipal() {
        return operator::policy;
    }

    /** Rights belong to methods here, not to roles. */
    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public String getAuthenticationScheme() {
        return "SharedAccessSignature";
    }
}
