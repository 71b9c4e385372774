package io.fairlead.adapters.rest.device;

import io.fairlead.adapters.rest.auth.DeviceProofHeader;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.security.cert.X509Certificate;

/**
 * Takes the client's certificate from the header fields of RFC 9440 where a proxy that an operator named ends TLS, and
 * takes these fields away from everyone else.
 */
@Provider
@PreMatching
@Priority(Priorities.USER + 1)
@ApplicationScoped
public class ProxiedCertificates implements ContainerRequestFilter {
    private final TrustedProxies proxies;

    @Inject
    public ProxiedCertificates(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** For the container's proxy. */
    protected ProxiedCertificates() {
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String leaf = request.getHeaderString(ClientCertHeader.LEAF);
        String chain = request.getHeaderString(ClientCertHeader.CHAIN);
        request.getHeaders().remove(ClientCertHeader.LEAF);
        request.getHeaders().remove(ClientCertHeader.CHAIN);
        request.setProperty(
                DeviceProofHeader.CERTIFICATES,
                proxies.shown(request.getProperty(TrustedProxies.CONNECTION), handshake(request), leaf, chain));
    }

    private static X509Certificate[] handshake(ContainerRequestContext request) {
        return request.getProperty(DeviceProofHeader.CERTIFICATES) instanceof X509Certificate[] shown ? shown : null;
    }
}
