package io.fairlead.adapters.geo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses written in numbers; nothing is ever looked up. */
final class NumericAddress {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private NumericAddress() {}

    /** The address; empty for anything that is none. A zone such as {@code %eth0} is left out. */
    static Optional<InetAddress> of(String text) {
        String plain = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
        if (!V4.matcher(plain).matches() && !V6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
