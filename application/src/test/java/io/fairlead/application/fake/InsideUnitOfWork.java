package io.fairlead.application.fake;

/**
 * Knows whether the calling thread is inside a unit of work, so that fakes of hubs and webhooks can refuse to be called
 * there: a hub that is slow would hold a transaction open, and a rerun would call it twice.
 */
public final class InsideUnitOfWork {
    private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();

    private InsideUnitOfWork() {}

    public static boolean now() {
        return INSIDE.get() != null;
    }

    static void enter() {
        if (now()) {
            throw new IllegalStateException("a unit of work must not be nested in another");
        }
        INSIDE.set(Boolean.TRUE);
    }

    static void leave() {
        INSIDE.remove();
    }
}
