package io.fairlead.domain.attestation;

import io.fairlead.domain.certificate.Thumbprint;
import java.util.function.Function;

/**
 * The certificate that the device showed; the hub shall accept it as primary and as secondary one (seen from the real
 * service: azure-iot-sdk-java issue 1220). One that was rolled comes to the hub when the device shows it.
 */
public record CertificateCredential(Thumbprint thumbprint) implements DeviceCredential {

    /** The thumbprint itself: upper-case hex, so it is never mistaken for keys. */
    @Override
    public String fingerprint() {
        return thumbprint.value();
    }

    @Override
    public <R> R match(Function<CertificateCredential, R> certificate, Function<KeyCredential, R> keys) {
        return certificate.apply(this);
    }
}
