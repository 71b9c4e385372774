package io.fairlead.domain.attestation;

import io.fairlead.domain.certificate.Certificate;
import java.util.function.Function;

/** The device's own certificates (DPS {@code clientCertificates}): who shows one of them is the device. */
public record ClientCertificates(PrimarySecondary<Certificate> certificates) implements X509Attestation {
    @Override
    public <R> R matchX509(
            Function<ClientCertificates, R> clients,
            Function<SigningCertificates, R> signers,
            Function<AuthorityReferences, R> references) {
        return clients.apply(this);
    }
}
