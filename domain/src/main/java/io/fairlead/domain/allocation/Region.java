package io.fairlead.domain.allocation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name that an operator gives to a part of the world, on hubs and in tables of addresses; means nothing else.
 *
 * @param name 1 to 64 letters, digits and dashes; kept in lower case
 */
public record Region(String name) {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9-]{1,64}");

    public Region {
        name = name.toLowerCase(Locale.ROOT);
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException("a region is 1 to 64 letters, digits and dashes, such as west-europe");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
