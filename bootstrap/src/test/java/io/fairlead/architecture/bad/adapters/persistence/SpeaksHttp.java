package io.fairlead.architecture.bad.adapters.persistence;

import jakarta.ws.rs.core.Response;

/** Breaks rule 8: HTTP is for the REST adapter. */
public final class SpeaksHttp {
    Response answer() {
        return Response.ok().build();
    }
}
