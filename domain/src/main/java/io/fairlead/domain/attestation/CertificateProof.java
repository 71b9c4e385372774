package io.fairlead.domain.attestation;

import io.fairlead.domain.certificate.CertificateChain;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A client certificate, as shown in the TLS handshake: the device holds its key, no more is known.
 *
 * @param chain as presented, not yet believed
 */
public record CertificateProof(CertificateChain chain) implements DeviceProof {
    @Override
    public <R> R match(
            Function<CertificateProof, R> certificate, Function<SharedAccessProof, R> sharedAccess, Supplier<R> none) {
        return certificate.apply(this);
    }
}
