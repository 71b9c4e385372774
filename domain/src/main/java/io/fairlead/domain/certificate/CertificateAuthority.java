package io.fairlead.domain.certificate;

import io.fairlead.domain.identity.ETag;
import java.time.Instant;

/** A certificate authority that an operator made known to the service (DPS {@code CertificateResponse}). */
public record CertificateAuthority(
        CertificateName name,
        Certificate certificate,
        Possession possession,
        ETag etag,
        Instant createdAt,
        Instant lastUpdatedAt) {

    /** The authority after a change. */
    public CertificateAuthority changed(Certificate next, Possession shown, ETag version, Instant now) {
        return new CertificateAuthority(name, next, shown, version, createdAt, now);
    }

    /** Whether it vouches for devices. */
    public boolean isVerified() {
        return possession.proven();
    }
}
