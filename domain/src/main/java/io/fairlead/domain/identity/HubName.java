package io.fairlead.domain.identity;

import java.util.Locale;

/**
 * The host name of a hub, which is also its name in linked hubs, enrollments and assignments. Kept in lower case, as
 * host names are equal ignoring case.
 *
 * @param value a host name or IPv4 literal of at most 253 characters, no port
 */
public record HubName(String value) implements Comparable<HubName> {
    private static final Grammar GRAMMAR = new Grammar(
            "hub host name",
            "(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9\\-_]{0,62})(?:\\.[A-Za-z0-9](?:[A-Za-z0-9\\-_]{0,62}))*",
            "a host name without port, such as hub-1.example.com");

    public HubName {
        value = GRAMMAR.check(value).toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(HubName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
