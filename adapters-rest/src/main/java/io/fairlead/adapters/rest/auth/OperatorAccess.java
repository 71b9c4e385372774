package io.fairlead.adapters.rest.auth;

import io.fairlead.adapters.wire.sas.SharedAccessSignature;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.SharedAccessProof;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who may administer the service: the holders of a policy's key (DPS "Control access to the provisioning service").
 *
 * @param hostNames the names of this service, lower case, without ports; a token is for one of them or a path below it
 */
public record OperatorAccess(Set<String> hostNames, List<AccessPolicy> policies) {
    public OperatorAccess {
        hostNames = Set.copyOf(hostNames);
        policies = List.copyOf(policies);
    }

    /**
     * Lets a request pass.
     *
     * @param authorization the header, null when there is none
     * @param path of the request, percent-decoded, beginning with a slash
     * @throws ProvisioningException unauthenticated, with the reason, otherwise. Whether a policy exists is not told
     *     apart from whether its key fits
     */
    public void check(String authorization, String path, Instant now) {
        if (authorization == null || authorization.isBlank()) {
            throw refused("send an Authorization header with a shared access signature of an access policy");
        }
        SharedAccessSignature token = SharedAccessSignature.parse(authorization);
        if (!isSigned(token)) {
            throw refused("the token is not signed with a key of the policy it names; check SharedAccessKeyName and "
                    + "SharedAccessKey");
        }
        if (!now.isBefore(token.proof().expiry())) {
            throw refused("the token has expired; check the clock and sign a new one");
        }
        if (!covers(token.proof(), path)) {
            throw refused("the token is for another resource; sign this service's host name");
        }
    }

    /** Every policy's keys are tried, named or not, so that the time taken tells nothing. */
    private boolean isSigned(SharedAccessSignature token) {
        boolean signed = false;
        for (AccessPolicy policy : policies) {
            boolean named = policy.name().equalsIgnoreCase(token.policyName().orElse(""));
            signed |= token.proof().isSignedByOneOf(policy.keys()) & named;
        }
        return signed;
    }

    private boolean covers(SharedAccessProof token, String path) {
        String resource = token.resource().toLowerCase(Locale.ROOT);
        int slash = resource.indexOf('/');
        String host = slash < 0 ? resource : resource.substring(0, slash);
        String prefix = slash < 0 ? "/" : resource.substring(slash);
        return hostNames.contains(withoutPort(host)) && isWithin(path.toLowerCase(Locale.ROOT), prefix);
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]{1,5}$", "");
    }

    /** By whole segments: {@code /enrollments} covers {@code /enrollments/a}, not {@code /enrollmentsX}. */
    private static boolean isWithin(String path, String prefix) {
        String whole = prefix.endsWith("/") ? prefix : prefix + "/";
        return (path.endsWith("/") ? path : path + "/").startsWith(whole);
    }

    private static ProvisioningException refused(String detail) {
        return Problem.of(Problem.Kind.UNAUTHENTICATED, detail).asException();
    }
}
