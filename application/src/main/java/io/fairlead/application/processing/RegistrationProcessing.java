package io.fairlead.application.processing;

import io.fairlead.domain.operation.RegistrationOperation;

/** The workers' door: called by a timer and by nudges, on any number of threads and nodes. */
public interface RegistrationProcessing {

    /** Works on an operation that this node has accepted and holds. Never throws; every failure is written onto it. */
    void process(RegistrationOperation held);

    /**
     * Claims and works on what is due: operations whose worker died or paused, and duties.
     *
     * @return how many it touched; when it equals the limit there may be more
     */
    int processDue(int limit);

    /** Removes what is older than its retention, a bounded number of rows a call; returns how many. */
    int purge();
}
