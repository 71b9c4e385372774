package io.fairlead.adapters.geo;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * A range of addresses (CIDR).
 *
 * @param base the bytes of the first of them
 * @param bits how many leading bits they have in common
 */
record Network(ByteBuffer base, int bits) {
    /**
     * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or an address alone.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Network of(String text) {
        String[] parts = text.split("/", 2);
        InetAddress base = NumericAddress.of(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("'" + parts[0] + "' is no IP address"));
        int most = base.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? most : bits(parts[1], most);
        return of(base.getAddress(), bits);
    }

    /** The network of this many leading bits that holds an address. */
    static Network of(byte[] address, int bits) {
        byte[] base = address.clone();
        for (int index = 0; index < base.length; index++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - index * Byte.SIZE));
            base[index] &= (byte) (0xff << Byte.SIZE - kept);
        }
        return new Network(ByteBuffer.wrap(base), bits);
    }

    private static int bits(String text, int most) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("'/" + text + "' must be /0 to /" + most);
        }
        return Integer.parseInt(text);
    }
}
