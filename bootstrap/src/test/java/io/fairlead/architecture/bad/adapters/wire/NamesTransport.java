package io.fairlead.architecture.bad.adapters.wire;

import jakarta.ws.rs.core.MediaType;

/** Breaks rule 9: the wire's words fit every transport. */
public final class NamesTransport {
    public String media() {
        return MediaType.APPLICATION_JSON_TYPE.toString();
    }
}
