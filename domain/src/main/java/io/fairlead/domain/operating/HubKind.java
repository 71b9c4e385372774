package io.fairlead.domain.operating;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which adapter speaks to a hub. */
public enum HubKind {
    /** Lives in the service's own database. */
    SIMULATED;

    /** As operators write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name, in any case. */
    public static Optional<HubKind> named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
