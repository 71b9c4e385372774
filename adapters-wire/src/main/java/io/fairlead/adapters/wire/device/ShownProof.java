package io.fairlead.adapters.wire.device;

import io.fairlead.adapters.wire.sas.DeviceToken;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateChain;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a device shows for itself, by whatever transport. */
public final class ShownProof {
    private ShownProof() {}

    /**
     * The token, if there is one, else the certificate, else nothing: a device that attests by symmetric key may have a
     * certificate too, for its network.
     *
     * @param token null or blank when there is none
     * @param chain of the TLS handshake, the leaf first; empty when the device presented none
     * @throws ProvisioningException unauthenticated, when the token is not well formed, or a certificate beyond all bounds
     */
    public static DeviceProof of(String token, List<X509Certificate> chain) {
        boolean isByChain = (token == null || token.isBlank()) && !chain.isEmpty();
        return isByChain ? new CertificateProof(read(chain)) : DeviceToken.read(token);
    }

    private static CertificateChain read(List<X509Certificate> chain) {
        try {
            return new CertificateChain(chain.stream().map(Certificate::of).toList());
        } catch (IllegalArgumentException e) {
            throw Problem.of(Problem.Kind.UNAUTHENTICATED, "the client certificate is refused: " + e.getMessage())
                    .asException();
        }
    }
}
