package io.fairlead.domain.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Finds the common name in a distinguished name.
 *
 * <p>The name is read in its RFC 2253 text, in which every separator that belongs to a value is escaped; so a value such
 * as {@code x,CN=other} cannot pass for a name of its own.
 */
final class CommonName {
    private static final String TYPE = "CN=";

    private CommonName() {}

    /** The one common name; empty when there is none, more than one, or none that is plain text. */
    static Optional<String> of(X500Principal name) {
        List<String> found = attributes(name.getName(X500Principal.RFC2253)).stream()
                .filter(attribute -> attribute.startsWith(TYPE))
                .map(attribute -> attribute.substring(TYPE.length()))
                .toList();
        return found.size() == 1 ? found.stream().filter(CommonName::isPlain).findFirst() : Optional.empty();
    }

    /** A value with an escape, or one written as bytes ({@code #...}), is nobody's registration id. */
    private static boolean isPlain(String value) {
        return !value.isEmpty() && value.indexOf('\\') < 0 && value.charAt(0) != '#';
    }

    private static List<String> attributes(String name) {
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (letter == '\\') {
                at++;
            } else if (letter == ',' || letter == '+') {
                found.add(name.substring(start, at));
                start = at + 1;
            }
        }
        found.add(name.substring(start));
        return found;
    }
}
