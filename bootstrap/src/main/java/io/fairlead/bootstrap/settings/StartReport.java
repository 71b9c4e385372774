package io.fairlead.bootstrap.settings;

import java.util.Optional;

/**
 * What the WAR tells the process that deployed it: that its start is complete, or why it failed. Both live in one JVM but in different class loaders, so the
 * word travels as a system property. It is not a setting; its name lies outside {@code fairlead.} on purpose.
 */
public final class StartReport {

    private static final String PROPERTY = "io.fairlead.start";
    private static final String OWNER_KEY = "io.fairlead.owner-key";
    private static final String COMPLETE = "complete";
    private static final String AWAITED = "awaited";

    private StartReport() {}

    /** To be called before the WAR is deployed, by whoever will print the reason should the start fail. */
    public static void await() {
        System.setProperty(PROPERTY, AWAITED);
    }

    /** Whether somebody will print the reason; otherwise the log has to tell it. */
    public static boolean isAwaited() {
        return AWAITED.equals(System.getProperty(PROPERTY));
    }

    /** To be called as the last act of a successful start. */
    public static void complete() {
        System.setProperty(PROPERTY, COMPLETE);
    }

    /** @param reason one line for the operator */
    public static void failed(String reason) {
        System.setProperty(PROPERTY, reason);
    }

    /** Under which key the owner of the service is let in now; operators may have changed it since it was made. */
    public static void ownerKey(Secret key) {
        System.setProperty(OWNER_KEY, key.value());
    }

    /** What was reported, once. */
    public static Optional<Secret> takeOwnerKey() {
        Optional<Secret> key =
                Optional.ofNullable(System.getProperty(OWNER_KEY)).map(Secret::new);
        System.clearProperty(OWNER_KEY);
        return key;
    }

    /** Why the start is not complete; empty when it is. */
    public static Optional<String> failure() {
        String report = System.getProperty(PROPERTY, AWAITED);
        if (report.equals(COMPLETE)) {
            return Optional.empty();
        }
        return Optional.of(report.equals(AWAITED) ? "The service did not come up; the lines above say why." : report);
    }
}
