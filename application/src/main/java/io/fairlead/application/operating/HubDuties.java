package io.fairlead.application.operating;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.operation.HubDuty;

/** What is owed to hubs, and the conflicts that are parked for an operator to decide. */
public interface HubDuties {
    /** All of them by id. */
    Page<HubDuty> page(PageRequest request);

    HubDuty get(String id);

    /** Makes a duty due at once, whatever pause it is in. */
    HubDuty retry(String id, Operator by);

    /** Forgets a duty that can never be done; what it is about stays at the hub as it is. */
    void giveUp(String id, Operator by);

    /** Ends a parked conflict: the version on the new hub stays, the other one, which is kept in it, is forgotten. */
    void keepArrived(String id, Operator by);

    /**
     * Decides a parked conflict for what the old hub held: what of it can be written is written over the device where it
     * is now, by a duty that is returned. If the device has changed by then, the conflict is parked again.
     */
    HubDuty keepLeft(String id, Operator by);
}
