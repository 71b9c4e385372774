package io.fairlead.adapters.rest.auth;

import io.fairlead.adapters.wire.sas.SharedAccessSignature;
import io.fairlead.application.operating.AccessControl;
import io.fairlead.application.operating.Operator;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may administer the service: the holders of a policy's key (DPS "Control access to the provisioning service").
 *
 * @param hostNames the names of this service, lower case, without ports; a token is for one of them or a path below it
 * @param control the policies as they are now
 * @param skew for so long a token is still believed after its expiry, because clocks differ
 */
public record OperatorAccess(Set<String> hostNames, AccessControl control, Duration skew) {
    public OperatorAccess {
        hostNames = Set.copyOf(hostNames);
    }

    /**
     * Lets a request pass.
     *
     * @param authorization the header, null when there is none
     * @param path of the request, percent-decoded, beginning with a slash
     * @return whose token it is
     * @throws ProvisioningException unauthenticated, with the reason, when the token is not believed; whether a policy
     *     exists is not told apart from whether its key fits. Forbidden, when the policy lacks the right
     */
    public Operator admit(String authorization, String path, AccessRight needed, Instant now) {
        if (authorization == null || authorization.isBlank()) {
            throw refused("send an Authorization header with a shared access signature of an access policy");
        }
        SharedAccessSignature token = SharedAccessSignature.parse(authorization);
        AccessPolicy policy = signer(token)
                .orElseThrow(() -> refused("the token is not signed with a key of the policy it names; check "
                        + "SharedAccessKeyName and SharedAccessKey"));
        if (!now.minus(skew).isBefore(token.proof().expiry())) {
            throw refused("the token has expired; check the clock and sign a new one");
        }
        if (!covers(token.proof(), path)) {
            throw refused("the token is for another resource; sign this service's host name");
        }
        if (!policy.allows(needed)) {
            throw Problem.of(
                            Problem.Kind.FORBIDDEN,
                            "the access policy '" + policy.name() + "' lacks the right " + needed.word())
                    .asException();
        }
        return new Operator(policy.name());
    }

    /** Every policy's keys are tried, named or not, so that the time taken tells nothing. */
    private Optional<AccessPolicy> signer(SharedAccessSignature token) {
        AccessPolicy signer = null;
        for (AccessPolicy policy : control.policies()) {
            boolean named = policy.name().equalsIgnoreCase(token.policyName().orElse(""));
            if (token.proof().isSignedByOneOf(policy.keys()) & named) signer = policy;
        }
        return Optional.ofNullable(signer);
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
