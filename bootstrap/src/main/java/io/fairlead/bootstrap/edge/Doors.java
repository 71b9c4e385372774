package io.fairlead.bootstrap.edge;

/**
 * Whether requests are still let in. The container stops the service before it closes its listeners, and would answer 404 in between, which device SDKs take as
 * final. There is one process, and the container makes the filters: so this is the one thing they share.
 */
public final class Doors {

    private static volatile boolean closed;

    private Doors() {}

    /** Once the process is told to end, every request is told to come back later. */
    public static void closeAtTheEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closed = true, "fairlead-doors"));
    }

    /** Whether the process was told to end. */
    public static boolean areClosed() {
        return closed;
    }
}
