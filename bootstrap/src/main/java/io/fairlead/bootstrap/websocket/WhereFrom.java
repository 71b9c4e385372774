package io.fairlead.bootstrap.websocket;

import io.fairlead.adapters.rest.device.TrustedProxies;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The address that an upgraded connection comes from, by the same rule as for requests that stay HTTP. */
record WhereFrom(TrustedProxies proxies) {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * The address. What a proxy wrote and is none is passed over, and nothing is ever looked up.
     *
     * @param connection the other end of the connection, in numbers
     * @param forwarded the header, null when there is none
     */
    InetAddress of(String connection, String forwarded) throws UnknownHostException {
        String origin = proxies.origin(connection, forwarded)
                .filter(WhereFrom::isNumeric)
                .orElse(connection);
        try {
            return InetAddress.getByName(origin);
        } catch (UnknownHostException e) {
            return InetAddress.getByName(connection);
        }
    }

    private static boolean isNumeric(String text) {
        return V4.matcher(text).matches() || V6.matcher(text).matches();
    }
}
