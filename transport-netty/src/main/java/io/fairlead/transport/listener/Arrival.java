package io.fairlead.transport.listener;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the end of the handshake, so that the protocol knows from its first byte who is there. */
final class Arrival extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final Protocol protocol;
    private final ConnectionObserver observer;

    Arrival(Protocol protocol, ConnectionObserver observer) {
        this.protocol = protocol;
        this.observer = observer;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) begin(context);
            else fail(context, handshake.cause());
        } else if (event == Closing.NOW) {
            context.close();
        } else {
            context.fireUserEventTriggered(event);
        }
    }

    private void begin(ChannelHandlerContext context) {
        SSLSession session = context.pipeline().get(SslHandler.class).engine().getSession();
        InetSocketAddress from = (InetSocketAddress) context.channel().remoteAddress();
        if (from == null) {
            context.close();
            return;
        }
        protocol.begin(context.pipeline(), new Peer(from.getAddress(), chain(session)));
        context.pipeline().remove(this);
    }

    private static List<X509Certificate> chain(SSLSession session) {
        try {
            return Arrays.stream(session.getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }

    private void fail(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("No TLS with {}: {}", context.channel().remoteAddress(), String.valueOf(cause));
        observer.handshakeFailed();
        context.close();
    }

    /** Of a handshake that failed the event has told already. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("{}: {}", context.channel().remoteAddress(), String.valueOf(cause));
        context.close();
    }
}
