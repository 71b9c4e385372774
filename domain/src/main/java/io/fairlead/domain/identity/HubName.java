package io.fairlead.domain.identity;

import java.util.Locale;

/**
 * The host name of a hub, which is also its name in linked hubs, enrollments and assignments. Kept in lower case, as
 * host names are equal ignoring case.
 *
 * @param value a host name or IPv4 literal of at most 253 characters, no port
 */
public record HubName(String value) implements Comparable<HubName> {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Alphabet LABEL = Alphabet.ALPHANUMERIC.and("-_");
    private static final Grammar GRAMMAR =
            new Grammar("hub host name", HubName::isHostName, "a host name without port, such as hub-1.example.com");

    public HubName {
        value = GRAMMAR.check(value).toLowerCase(Locale.ROOT);
    }

    private static boolean isHostName(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        int begin = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', begin)) {
            if (!isLabel(text, begin, dot)) {
                return false;
            }
            begin = dot + 1;
        }
        return isLabel(text, begin, text.length());
    }

    private static boolean isLabel(String text, int begin, int end) {
        return end > begin
                && end - begin <= LONGEST_LABEL
                && Alphabet.ALPHANUMERIC.has(text.charAt(begin))
                && LABEL.spells(text, begin + 1, end);
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
