package io.fairlead.application.port;

import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.enrollment.Enrollment;
import java.util.List;

/**
 * All that is on file about the certificates of one chain.
 *
 * @param holders the entries that hold one of them, in the order of the chain
 * @param authorities the known authorities among them, verified or not
 */
public record ChainDossier(List<Enrollment> holders, List<CertificateAuthority> authorities) {
    public ChainDossier {
        holders = List.copyOf(holders);
        authorities = List.copyOf(authorities);
    }
}
