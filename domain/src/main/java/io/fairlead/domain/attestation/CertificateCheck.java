package io.fairlead.domain.attestation;

import io.fairlead.domain.attestation.ProofVerdict.NotProven;
import io.fairlead.domain.attestation.ProofVerdict.Proven;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Strength;
import io.fairlead.domain.certificate.Trust;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Judges a chain of certificates. What costs nothing comes first: no signature of a stranger is computed before his chain
 * leads to a verified authority.
 */
record CertificateCheck(IdentityClaim claim, Trust trust, CertificateChain shown) {

    ProofVerdict verdict(X509Attestation demand) {
        return ChainCheck.shapeFault(shown)
                .or(() -> demand.matchX509(this::ofClient, this::ofSigners, this::ofReferences))
                .<ProofVerdict>map(NotProven::new)
                .orElseGet(
                        () -> new Proven(new CertificateCredential(shown.leaf().thumbprint())));
    }

    /** An enrolled certificate needs nobody to vouch for it; but who issued it, if shown, may have revoked it. */
    private Optional<Reason> ofClient(ClientCertificates demand) {
        Certificate leaf = shown.leaf();
        return when(!demand.certificates().all().contains(leaf), Reason.WRONG_CERTIFICATE)
                .or(this::nameFault)
                .or(() -> ChainCheck.ownFault(leaf, claim.at()))
                .or(() -> when(!Strength.hasStrongSignature(leaf), Reason.WEAK_SIGNATURE))
                .or(() -> ChainCheck.revoked(shown.certificates(), trust.revocations()));
    }

    private Optional<Reason> ofSigners(SigningCertificates demand) {
        return below(demand.certificates().all()::contains);
    }

    private Optional<Reason> ofReferences(AuthorityReferences demand) {
        List<Certificate> named =
                demand.names().all().stream().flatMap(this::authority).toList();
        return below(named::contains);
    }

    private Stream<Certificate> authority(CertificateName name) {
        return trust.named(name).map(CertificateAuthority::certificate).stream();
    }

    /** The chain must lead over a certificate of the entry to a verified authority; the two may be one. */
    private Optional<Reason> below(Predicate<Certificate> isOfEntry) {
        Optional<List<Certificate>> toEntry = shown.upTo(1, isOfEntry);
        if (toEntry.isEmpty()) {
            return Optional.of(shown.leaf().isSelfSigned() ? Reason.SELF_SIGNED : Reason.CHAIN_OF_OTHERS);
        }
        int place = toEntry.get().size() - 1;
        return nameFault()
                .or(() -> shown.upTo(place, trust::isVerified)
                        .map(path -> ChainCheck.fault(path, trust.revocations(), claim.at()))
                        .orElse(Optional.of(Reason.UNVERIFIED_AUTHORITY)));
    }

    /** The common name must be the registration id to the letter. */
    private Optional<Reason> nameFault() {
        String name = shown.leaf().commonName().orElse("");
        String id = claim.id().value();
        return when(!name.equalsIgnoreCase(id), Reason.OTHER_NAME)
                .or(() -> when(!name.equals(id), Reason.NAME_IN_OTHER_CASE));
    }

    private static Optional<Reason> when(boolean isWrong, Reason reason) {
        return isWrong ? Optional.of(reason) : Optional.empty();
    }
}
