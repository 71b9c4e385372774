package io.fairlead.architecture;

import java.util.stream.Stream;

/**
 * The rooms by the packages that they live in.
 *
 * @param root the package that they all lie in: the house's own, or that of the bad examples
 */
record Rooms(String root) {
    static final Rooms HOUSE = new Rooms("io.fairlead");
    static final Rooms BAD_EXAMPLES = new Rooms("io.fairlead.architecture.bad");

    /** Package patterns, each relative to the root. */
    String[] in(String... patterns) {
        return Stream.of(patterns).map(pattern -> root + "." + pattern).toArray(String[]::new);
    }

    String domain() {
        return in("domain..")[0];
    }

    String application() {
        return in("application..")[0];
    }

    String ports() {
        return in("application.port..")[0];
    }

    /** Where the driving ports and their commands live. */
    String[] doors() {
        return in(
                "application.provisioning..",
                "application.processing..",
                "application.administration..",
                "application.operating..");
    }

    String adapters() {
        return in("adapters..")[0];
    }

    String bootstrap() {
        return in("bootstrap..")[0];
    }
}
