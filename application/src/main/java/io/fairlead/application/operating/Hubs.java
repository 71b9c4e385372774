package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.HubLink;
import java.util.List;

/**
 * The linked hubs, as operators change them. Refusals are problems of kind {@code INVALID}, {@code NOT_FOUND}, {@code
 * CONFLICT} and {@code PRECONDITION_FAILED}. A change holds on this node at once, on others within seconds, and moves no
 * device until it registers again.
 */
public interface Hubs {
    /** All of them by name. */
    List<HubLink> all();

    HubLink get(HubName name);

    /** How many devices are assigned to a hub, linked or not. */
    long assigned(HubName name);

    /** Links a hub, or changes its link; an acceptance of losses there ends when it is linked. */
    HubLink put(HubName name, HubDraft draft, Precondition precondition, Operator by);

    /**
     * Unlinks a hub.
     *
     * @param force even when devices are assigned to it
     * @return how many are
     */
    long unlink(HubName name, boolean force, Precondition precondition, Operator by);
}
