package io.fairlead.domain.attestation;

import io.fairlead.domain.certificate.Certificate;
import java.util.function.Function;

/**
 * The certificates that signed the devices' (DPS {@code signingCertificates}). Each is a verified authority's own, or was
 * issued below one; then that one stands in the chain that the device shows.
 */
public record SigningCertificates(PrimarySecondary<Certificate> certificates) implements X509Attestation {
    @Override
    public <R> R matchX509(
            Function<ClientCertificates, R> clients,
            Function<SigningCertificates, R> signers,
            Function<AuthorityReferences, R> references) {
        return signers.apply(this);
    }
}
