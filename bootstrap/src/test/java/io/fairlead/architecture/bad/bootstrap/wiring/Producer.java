package io.fairlead.architecture.bad.bootstrap.wiring;

/** What nobody outside may know. */
public final class Producer {
    public int made() {
        return 1;
    }
}
