package io.fairlead.application.administration;

import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import java.util.List;

/**
 * The certificate authorities, as operators make them known (DPS management API, {@code DpsCertificate}). Only a verified
 * one vouches for devices. Refusals are problems of kind {@code INVALID}, {@code NOT_FOUND}, {@code CONFLICT} and {@code
 * PRECONDITION_FAILED}; every change leaves an audit entry.
 */
public interface CertificateAuthorities {
    /** All of them by name. */
    List<CertificateAuthority> all();

    CertificateAuthority get(CertificateName name);

    /**
     * Adds an authority, or replaces its certificate. Another certificate is unverified again, unless the caller vouches
     * for it; the same one stays as it is, unless the caller says otherwise.
     */
    CertificateAuthority put(CertificateName name, AuthorityDraft draft, Precondition precondition, String caller);

    /** Gives out a new verification code; the one before is of no use any more. */
    CertificateAuthority newCode(CertificateName name, Precondition precondition, String caller);

    /** Verifies, with a certificate that the authority's key signed for the code. */
    CertificateAuthority verify(CertificateName name, Certificate proof, Precondition precondition, String caller);

    /** Removes an authority that no enrollment group names. */
    void delete(CertificateName name, Precondition precondition, String caller);
}
