package io.fairlead.transport.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Whom connections are counted for: an IPv4 address, or an IPv6 network of 64 bits, since whoever has one address of it
 * has all.
 */
record Neighbour(ByteBuffer network) {
    private static final int NETWORK_BYTES = 8;

    static Neighbour of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Neighbour(
                ByteBuffer.wrap(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes));
    }
}
