package io.fairlead.architecture.bad.adapters.persistence;

import io.fairlead.architecture.bad.application.provisioning.SomeDoor;

/** Breaks rule 7: who is driven does not drive. */
public final class CallsDoor {
    int enter(SomeDoor door) {
        return door.enter();
    }
}
