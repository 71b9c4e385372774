package io.fairlead.architecture.bad.domain.here;

import io.fairlead.architecture.bad.domain.there.There;

/** Breaks rule 20 with its counterpart: each knows the other. */
public final class Here {
    public int ask(There there) {
        return there.answer();
    }
}
