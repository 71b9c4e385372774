package io.fairlead.domain.operation;

import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import java.util.Locale;

/**
 * Whom or what an audit entry is about. Subjects are equal ignoring case, as their ids are.
 *
 * @param id the id as it is written, without a slash
 */
public record AuditSubject(Kind kind, String id) {
    private static final char SEPARATOR = '/';

    /** What can be decided about, or changed by an operator. */
    public enum Kind {
        DEVICE,
        ENROLLMENT_GROUP,
        HUB,
        ACCESS_POLICY,
        CERTIFICATE,
        /** The service as a whole, such as its settings. */
        SERVICE
    }

    public AuditSubject {
        if (id.isEmpty() || id.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("the subject of an audit entry must have an id, without a slash");
        }
    }

    /** What a device, or its individual enrollment, is known by. */
    public static AuditSubject device(RegistrationId id) {
        return new AuditSubject(Kind.DEVICE, id.value());
    }

    public static AuditSubject group(EnrollmentGroupId id) {
        return new AuditSubject(Kind.ENROLLMENT_GROUP, id.value());
    }

    public static AuditSubject hub(HubName name) {
        return new AuditSubject(Kind.HUB, name.value());
    }

    public static AuditSubject certificate(CertificateName name) {
        return new AuditSubject(Kind.CERTIFICATE, name.value());
    }

    /** The key under which stores keep it: a device's id alone, others after their kind; lower case. */
    public String canonical() {
        String key = kind == Kind.DEVICE ? id : kind.name() + SEPARATOR + id;
        return key.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditSubject that && canonical().equals(that.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return canonical();
    }
}
