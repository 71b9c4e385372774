package io.fairlead.architecture.bad.adapters.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** Breaks rule 27: what a class needs stands in its constructor. */
public class HasInjectedFields {
    @Inject
    Runnable injected;

    @Context
    UriInfo context;
}
