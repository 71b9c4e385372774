package io.fairlead.adapters.wire.body;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import java.util.function.Function;

/**
 * Ids out of paths, topics and addresses, percent-decoded.
 *
 * <p>Each throws {@link ProvisioningException}, invalid, with the id's grammar, when the text does not follow it.
 */
public final class WireIds {
    private WireIds() {}

    /** The id a device registers under. */
    public static RegistrationId registration(String text) {
        return made(text, RegistrationId::new);
    }

    /** The id of an enrollment group. */
    public static EnrollmentGroupId group(String text) {
        return made(text, EnrollmentGroupId::new);
    }

    /** The name of an uploaded certificate. */
    public static CertificateName certificate(String text) {
        return made(text, CertificateName::new);
    }

    /** The host name of a hub. */
    public static HubName hub(String text) {
        return made(text, HubName::new);
    }

    /** The id that a device polls. */
    public static OperationId operation(String text) {
        return made(text, OperationId::new);
    }

    private static <T> T made(String text, Function<String, T> constructor) {
        try {
            return constructor.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.INVALID, e.getMessage()).asException();
        }
    }
}
