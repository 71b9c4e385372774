package io.fairlead.domain.attestation;

import io.fairlead.domain.certificate.CertificateName;
import java.util.function.Function;

/** The names of the verified authorities that signed the devices' certificates (DPS {@code caReferences}). */
public record AuthorityReferences(PrimarySecondary<CertificateName> names) implements X509Attestation {
    @Override
    public <R> R matchX509(
            Function<ClientCertificates, R> clients,
            Function<SigningCertificates, R> signers,
            Function<AuthorityReferences, R> references) {
        return references.apply(this);
    }
}
