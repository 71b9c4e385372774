package io.fairlead.architecture.bad.domain.there;

import io.fairlead.architecture.bad.domain.here.Here;

/** Breaks rule 20 with its counterpart: each knows the other. */
public final class There {
    public int answer() {
        return 1;
    }

    public int askBack(Here here) {
        return here.ask(this);
    }
}
