package io.fairlead.application.port;

import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.ETag;
import java.util.List;
import java.util.Optional;

/** The certificate authorities that operators made known, keyed by name ignoring case. */
public interface CertificateAuthorityStore {
    Optional<CertificateAuthority> find(CertificateName name);

    /** The authority whose certificate this is, under whatever name. */
    Optional<CertificateAuthority> withCertificate(Thumbprint certificate);

    /** All of them by name; a few dozen at most. */
    List<CertificateAuthority> all();

    /** Adds an authority; false when the name or the certificate is taken, then nothing is changed. */
    boolean insert(CertificateAuthority authority);

    /** Replaces at the expected version; false when absent or at another, then nothing is changed. */
    boolean replace(CertificateAuthority authority, ETag expected);

    /** Removes at the expected version; false when absent or at another, then nothing is changed. */
    boolean remove(CertificateName name, ETag expected);
}
