package io.fairlead.architecture.bad.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks rule 29: a logger is its class's own. */
public final class LogsInPublic {
    public final Logger log = LoggerFactory.getLogger("public");
}
