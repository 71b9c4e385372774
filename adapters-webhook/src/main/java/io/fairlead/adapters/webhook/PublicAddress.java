package io.fairlead.adapters.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those by which a request could reach what it must not: this machine, the
 * networks around it, and the metadata services of clouds (server-side request forgery). By the special-purpose
 * registries of IANA (RFC 6890 and later); of IPv6 only global unicast is public, without what carries an IPv4 address.
 */
final class PublicAddress {
    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] it, int at) {
        int a = it[at] & 0xff;
        int b = it[at + 1] & 0xff;
        int c = it[at + 2] & 0xff;
        boolean host = a == 0 || a == 127 || a >= 224;
        boolean near = a == 10 || a == 172 && (b & 0xf0) == 16 || a == 192 && b == 168;
        boolean link = a == 169 && b == 254;
        boolean carrier = a == 100 && (b & 0xc0) == 64;
        boolean special = a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b & 0xfe) == 18
                || a == 198 && b == 51 && c == 100
                || a == 203 && b == 0 && c == 113;
        // Two services of a cloud's hosts that sit on addresses of their own.
        boolean metadata = a == 168 && b == 63 && c == 129 && (it[at + 3] & 0xff) == 16;
        return !(host || near || link || carrier || special || metadata);
    }

    /** 2000::/3, without 2001::/23 (protocols, Teredo), 2001:db8::/32, 2002::/16 (6to4) and 3fff::/20. */
    private static boolean isPublic6(byte[] it) {
        int first = (it[0] & 0xff) << 8 | it[1] & 0xff;
        int second = (it[2] & 0xff) << 8 | it[3] & 0xff;
        if ((first & 0xe000) != 0x2000) {
            return false;
        }
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8)
                || first == 0x2002
                || first == 0x3fff && second < 0x1000;
        return !special;
    }
}
