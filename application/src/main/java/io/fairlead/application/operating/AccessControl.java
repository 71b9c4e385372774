package io.fairlead.application.operating;

import io.fairlead.domain.operating.AccessPolicy;
import java.util.List;

/** Whose tokens are believed, and for what. Cheap enough for every request; thread-safe. */
public interface AccessControl {
    /** The access policies as this node knows them: at most a few seconds behind a change made on another node. */
    List<AccessPolicy> policies();
}
