package io.fairlead.domain.certificate;

import java.util.List;
import java.util.Optional;

/**
 * What chains are judged by: the authorities that the service knows among those of a chain, and the revocation lists.
 *
 * @param authorities verified or not
 */
public record Trust(List<CertificateAuthority> authorities, RevocationLists revocations) {
    /** Knows nobody. */
    public static final Trust NONE = new Trust(List.of(), RevocationLists.NONE);

    public Trust {
        authorities = List.copyOf(authorities);
    }

    /** Whether this certificate is an authority's whose owner has shown to hold the key. */
    public boolean isVerified(Certificate certificate) {
        return authorities.stream()
                .anyMatch(known -> known.isVerified() && known.certificate().equals(certificate));
    }

    /** The authority of this name, verified or not. */
    public Optional<CertificateAuthority> named(CertificateName name) {
        return authorities.stream().filter(known -> known.name().equals(name)).findFirst();
    }
}
