package io.fairlead.transport.listener;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who is at the other end of a connection, as far as the transport can tell.
 *
 * @param chain the certificates it showed, its own first; empty when it showed none. It holds the key of the first, and
 *     nothing more is known
 */
public record Peer(InetAddress address, List<X509Certificate> chain) {
    public Peer {
        chain = List.copyOf(chain);
    }
}
