package io.fairlead.adapters.geo;

import java.net.InetAddress;

/**
 * A range of addresses (CIDR).
 *
 * @param base the first of them
 * @param bits how many leading bits they have in common
 */
record Network(InetAddress base, int bits) {
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
        return new Network(base, bits);
    }

    private static int bits(String text, int most) {
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException("'/" + text + "' must be /0 to /" + most);
        }
        return Integer.parseInt(text);
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int mask = bits - bit >= Byte.SIZE ? 0xff : 0xff << Byte.SIZE - (bits - bit) & 0xff;
            if (((mine[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
