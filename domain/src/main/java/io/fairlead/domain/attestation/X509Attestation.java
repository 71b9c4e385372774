package io.fairlead.domain.attestation;

import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateName;
import java.util.List;
import java.util.function.Function;

/** Proof by a client certificate: one of these, or one that these vouch for (DPS {@code X509Attestation}). */
public sealed interface X509Attestation extends Attestation
        permits ClientCertificates, SigningCertificates, AuthorityReferences {

    /** Exhaustive dispatch over what an entry may hold. */
    <R> R matchX509(
            Function<ClientCertificates, R> clients,
            Function<SigningCertificates, R> signers,
            Function<AuthorityReferences, R> references);

    /** The certificates that the entry holds itself. */
    default List<Certificate> held() {
        return matchX509(
                clients -> clients.certificates().all(),
                signers -> signers.certificates().all(),
                references -> List.of());
    }

    /** The authorities that it only names. */
    default List<CertificateName> named() {
        return matchX509(
                clients -> List.of(),
                signers -> List.of(),
                references -> references.names().all());
    }

    @Override
    default <R> R match(
            Function<X509Attestation, R> x509,
            Function<SymmetricKeyAttestation, R> symmetricKey,
            Function<TpmAttestation, R> tpm) {
        return x509.apply(this);
    }
}
