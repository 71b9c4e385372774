package io.fairlead.domain.attestation;

import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateChain;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of RFC 5280, section 6, as the JDK's PKIX builder applies them at a given instant. Nothing is fetched, and
 * revocation is asked elsewhere.
 *
 * <p>No two subjects of the path are equal, so that the builder has one way to go and a stranger cannot make it try many.
 */
final class PkixPath {
    private PkixPath() {}

    /** The first rule that the path breaks; its last certificate is believed. */
    static Optional<Reason> fault(CertificateChain path, Instant at) {
        List<X509Certificate> all =
                path.certificates().stream().map(Certificate::x509).toList();
        Set<TrustAnchor> anchor = Set.of(new TrustAnchor(all.get(all.size() - 1), null));
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters(all, anchor, at));
            return Optional.empty();
        } catch (CertPathBuilderException e) {
            return Optional.of(reason(all.subList(0, all.size() - 1), anchor, at));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PKIX", e);
        }
    }

    private static PKIXBuilderParameters parameters(List<X509Certificate> all, Set<TrustAnchor> anchor, Instant at)
            throws GeneralSecurityException {
        X509CertSelector leaf = new X509CertSelector();
        leaf.setCertificate(all.get(0));
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchor, leaf);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
        parameters.setMaxPathLength(CertificateChain.MAX_LENGTH);
        return local(parameters, at);
    }

    private static <P extends PKIXParameters> P local(P parameters, Instant at) {
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        return parameters;
    }

    /** The builder only says that there is no path; the validator, walking the same one, says why. */
    private static Reason reason(List<X509Certificate> issued, Set<TrustAnchor> anchor, Instant at) {
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(issued),
                            local(new PKIXParameters(anchor), at));
            return Reason.CHAIN_NOT_ACCEPTED;
        } catch (CertPathValidatorException e) {
            return reason(e.getReason());
        } catch (GeneralSecurityException e) {
            return Reason.CHAIN_NOT_ACCEPTED;
        }
    }

    private static Reason reason(CertPathValidatorException.Reason broken) {
        if (broken == BasicReason.INVALID_SIGNATURE) return Reason.CHAIN_NOT_SIGNED;
        if (broken == PKIXReason.PATH_TOO_LONG) return Reason.PATH_TOO_LONG;
        if (broken == BasicReason.ALGORITHM_CONSTRAINED) return Reason.WEAK_SIGNATURE;
        return Reason.CHAIN_NOT_ACCEPTED;
    }
}
