package io.fairlead.architecture.bad.adapters.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Breaks rule 12: driven adapters are constructed, not injected. */
@ApplicationScoped
public class IsInjected {
    @Inject
    IsInjected() {}
}
