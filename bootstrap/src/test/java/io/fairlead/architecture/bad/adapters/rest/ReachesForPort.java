package io.fairlead.architecture.bad.adapters.rest;

import io.fairlead.architecture.bad.application.port.SomePort;

/** Breaks rule 7: who drives does not reach for what is driven. */
public final class ReachesForPort {
    int find(SomePort port) {
        return port.find();
    }
}
