package io.fairlead.bootstrap.websocket;

import io.fairlead.adapters.rest.device.TrustedProxies;
import io.fairlead.adapters.rest.problem.TrackingIds;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.adapters.wire.problem.RefusedRequest;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.transport.listener.Peer;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes the requests that want to become a WebSocket; all others pass. A query string says nothing: Java sends {@code
 * iothub-no-client-cert=true} also when it shows a certificate.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class WebSocketFilter implements Filter {
    private final DeviceSockets sockets;
    private final WhereFrom whereFrom;

    private final TrackingIds trackingIds;
    private final Clock clock;

    @Inject
    public WebSocketFilter(DeviceSockets sockets, TrustedProxies proxies, TrackingIds trackingIds, Clock clock) {
        this.sockets = sockets;
        this.whereFrom = new WhereFrom(proxies);
        this.trackingIds = trackingIds;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest plain, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) plain;
        boolean ours = request.isSecure()
                && sockets.isPath(
                        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()))
                && Offer.isMadeBy(request);
        if (ours) shakeHands(request, (HttpServletResponse) answer);
        else chain.doFilter(plain, answer);
    }

    private void shakeHands(HttpServletRequest request, HttpServletResponse answer)
            throws IOException, ServletException {
        Optional<Offer> offer = Offer.of(request, sockets.spoken());
        if (offer.isPresent()) tryToUpgrade(request, answer, offer.get());
        else refuse(answer, noOffer());
    }

    private RefusedRequest noOffer() {
        return new RefusedRequest(
                ErrorCode.INVALID,
                "a WebSocket is opened here with Sec-WebSocket-Version %s, a Sec-WebSocket-Key of 16 bytes and one of the sub-protocols %s"
                        .formatted(Offer.VERSION, new TreeSet<>(sockets.spoken())));
    }

    /** What a proxy tells of the client's certificate may be unreadable. */
    private void tryToUpgrade(HttpServletRequest request, HttpServletResponse answer, Offer offer)
            throws IOException, ServletException {
        try {
            upgrade(request, answer, offer, peer(request));
        } catch (ProvisioningException e) {
            refuse(answer, RefusedRequest.of(e));
        }
    }

    /** The container leaves the content type out of what it answers to an upgrade. */
    private void refuse(HttpServletResponse answer, RefusedRequest refused) throws IOException {
        String trackingId = trackingIds.next();
        byte[] body = refused.toJson(trackingId, clock.instant());
        answer.setStatus(refused.code().status());
        answer.setHeader("Sec-WebSocket-Version", Offer.VERSION);
        answer.setHeader("x-ms-request-id", trackingId);
        answer.setHeader("x-ms-error-code", Integer.toString(refused.code().code()));
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }

    private void upgrade(HttpServletRequest request, HttpServletResponse answer, Offer offer, Peer peer)
            throws IOException, ServletException {
        answer.setStatus(HttpServletResponse.SC_SWITCHING_PROTOCOLS);
        answer.setHeader("Upgrade", "websocket");
        answer.setHeader("Connection", "Upgrade");
        answer.setHeader("Sec-WebSocket-Accept", offer.accept());
        answer.setHeader("Sec-WebSocket-Protocol", offer.protocol());
        request.upgrade(UpgradedConnection.class)
                .begin(client -> sockets.open(offer.protocol(), peer, client), sockets::later);
        // Without this the container never sends the answer.
        answer.flushBuffer();
    }

    private Peer peer(HttpServletRequest request) throws IOException {
        X509Certificate[] chain = whereFrom
                .proxies()
                .shown(
                        request.getRemoteAddr(),
                        (X509Certificate[]) request.getAttribute("jakarta.servlet.request.X509Certificate"),
                        request.getHeader("Client-Cert"),
                        request.getHeader("Client-Cert-Chain"));
        return new Peer(
                whereFrom.of(request.getRemoteAddr(), request.getHeader(TrustedProxies.FORWARDED)),
                chain == null ? List.of() : List.of(chain));
    }
}
