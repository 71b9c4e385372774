package io.fairlead.bootstrap.settings;

import java.util.OptionalInt;

/**
 * What the WAR tells the process that deployed it: the ports that it opened itself. As {@link StartReport} it travels as
 * system properties that are no settings.
 */
public final class OpenPorts {
    private static final String PREFIX = "io.fairlead.open.";

    private OpenPorts() {}

    /** To be called once a listener accepts. @param name such as {@code mqtts} */
    public static void opened(String name, int port) {
        System.setProperty(PREFIX + name, Integer.toString(port));
    }

    /** Empty when that listener is switched off. */
    public static OptionalInt of(String name) {
        Integer port = Integer.getInteger(PREFIX + name);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
