package io.fairlead.adapters.rest.device;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which address a request comes from: that of the connection, unless a proxy that an operator named stands there; then
 * the one that it wrote into {@code X-Forwarded-For}, read from its end, because what stands before could be anybody's
 * invention.
 *
 * @param addresses of the proxies, as the JDK writes addresses; usually none
 */
public record TrustedProxies(Set<String> addresses) {
    /** The request attribute that holds the other end of the connection. */
    public static final String CONNECTION = "io.fairlead.connection";

    /** What a proxy writes the address into that it was asked from. */
    public static final String FORWARDED = "X-Forwarded-For";

    public TrustedProxies {
        addresses = Set.copyOf(addresses);
    }

    /**
     * The address that a request comes from.
     *
     * @param connection the other end of the connection, null when it is not known
     * @param forwarded the header, null when there is none
     */
    public Optional<String> origin(String connection, String forwarded) {
        if (connection == null || forwarded == null || !addresses.contains(connection)) {
            return Optional.ofNullable(connection);
        }
        List<String> hops = Arrays.asList(forwarded.split(","));
        Collections.reverse(hops);
        return hops.stream()
                .map(String::strip)
                .filter(hop -> !addresses.contains(hop))
                .findFirst();
    }
}
