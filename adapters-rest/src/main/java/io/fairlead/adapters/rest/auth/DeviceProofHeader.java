package io.fairlead.adapters.rest.auth;

import io.fairlead.adapters.wire.device.ShownProof;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.DeviceProof;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.cert.X509Certificate;
import java.util.List;

/** The proof in a device's {@code Authorization} header, or in its TLS handshake. */
public final class DeviceProofHeader {
    /** Where a servlet container puts the certificates of the handshake (Jakarta Servlet 6.0, section 3.10). */
    public static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private DeviceProofHeader() {}

    /**
     * What the device shows; nothing when it shows neither.
     *
     * @throws ProvisioningException unauthenticated, when the header holds anything but a well-formed token
     */
    public static DeviceProof read(ContainerRequestContext request) {
        return ShownProof.of(request.getHeaderString(HttpHeaders.AUTHORIZATION), chain(request));
    }

    private static List<X509Certificate> chain(ContainerRequestContext request) {
        return request.getProperty(CERTIFICATES) instanceof X509Certificate[] presented
                ? List.of(presented)
                : List.of();
    }
}
