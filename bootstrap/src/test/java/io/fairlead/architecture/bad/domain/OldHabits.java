package io.fairlead.architecture.bad.domain;

import java.util.Date;
import java.util.logging.Logger;

/** Breaks rule 28, all of it. */
public final class OldHabits {
    private static final Logger LOG = Logger.getLogger("old");

    Date keep(boolean well) {
        System.out.println("said");
        LOG.info("said");
        if (!well) {
            throw new RuntimeException("something");
        }
        return new Date(0);
    }
}
