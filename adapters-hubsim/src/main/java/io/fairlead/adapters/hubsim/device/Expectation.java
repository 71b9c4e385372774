package io.fairlead.adapters.hubsim.device;

import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.HubVersions;

/** Which tags a conditional write guards, beside the incarnation, which every one does. */
public enum Expectation {
    IDENTITY,
    TWIN,
    IDENTITY_AND_TWIN;

    /** @throws HubException {@link HubException.Kind#PRECONDITION} when the device is not as expected */
    public void check(SimulatedDevice device, HubVersions expected) {
        HubVersions there = device.versions();
        if (!there.incarnation().equals(expected.incarnation())) {
            throw broken(device.key() + " was created anew since it was read");
        }
        if (this != TWIN && !there.identityTag().equals(expected.identityTag())) {
            throw broken(device.key() + " has changed since it was read: its identity tag is " + there.identityTag()
                    + ", expected was " + expected.identityTag());
        }
        if (this != IDENTITY && !there.twinTag().equals(expected.twinTag())) {
            throw broken("the twin of " + device.key() + " has changed since it was read: its tag is " + there.twinTag()
                    + ", expected was " + expected.twinTag());
        }
    }

    private static HubException broken(String message) {
        return new HubException(HubException.Kind.PRECONDITION, message);
    }
}
