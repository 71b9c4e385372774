package io.fairlead.endtoend.sdk;

import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderX509;
import io.fairlead.domain.fixture.Minted;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A device's certificate with its key, as the SDK wants it. */
final class SdkCertificate extends SecurityProviderX509 {
    private final Minted leaf;
    private final List<X509Certificate> issuers;

    /** @param issuers that the device shows above its own */
    SdkCertificate(Minted leaf, Minted... issuers) {
        this.leaf = leaf;
        this.issuers =
                Stream.of(issuers).map(issuer -> issuer.certificate().x509()).toList();
    }

    /** The text that an operator enrolls. */
    static String pem(Minted minted) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(minted.certificate().der())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Override
    public String getClientCertificateCommonName() {
        return leaf.certificate().commonName().orElseThrow();
    }

    @Override
    public X509Certificate getClientCertificate() {
        return leaf.certificate().x509();
    }

    @Override
    public Key getClientPrivateKey() {
        return leaf.keys().getPrivate();
    }

    @Override
    public Collection<X509Certificate> getIntermediateCertificatesChain() {
        return issuers;
    }
}
