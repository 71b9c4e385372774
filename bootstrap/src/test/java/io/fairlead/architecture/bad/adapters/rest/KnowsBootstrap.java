package io.fairlead.architecture.bad.adapters.rest;

import io.fairlead.architecture.bad.bootstrap.wiring.Producer;

/** Breaks rule 5: nobody knows who puts them together. */
public final class KnowsBootstrap {
    int made(Producer producer) {
        return producer.made();
    }
}
