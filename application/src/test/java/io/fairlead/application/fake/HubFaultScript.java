package io.fairlead.application.fake;

/**
 * Decides at every moment of every call what goes wrong. It may also act itself, for instance let a device report
 * between two calls; no lock is held while it is asked.
 */
@FunctionalInterface
public interface HubFaultScript {
    HubFaultScript NONE = (call, moment) -> HubFault.NONE;

    HubFault at(HubCall call, HubCall.Moment moment);
}
