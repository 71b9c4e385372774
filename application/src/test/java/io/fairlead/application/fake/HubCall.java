package io.fairlead.application.fake;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.HubName;
import java.util.Optional;

/**
 * One call of the hub port, as a fault script sees it.
 *
 * @param number of this call among all calls, from 1
 * @param device empty for calls that concern a whole hub
 */
public record HubCall(long number, Method method, HubName hub, Optional<HubDeviceKey> device) {

    /** The methods of the port. */
    public enum Method {
        PROBE,
        READ,
        CREATE,
        ADOPT,
        SET_STATUS,
        UPDATE_CREDENTIAL,
        REPLACE_TWIN,
        RESET_TWIN,
        RESTORE_REPORTED,
        DELETE,
        LIST;

        /** Whether it can change what a hub holds. */
        public boolean writes() {
            return this != PROBE && this != READ && this != LIST;
        }
    }

    /** Where in a call a fault strikes. */
    public enum Moment {
        BEFORE,
        /** Between the acts of a call that its hub cannot do in one: only there is it ever reported. */
        MIDWAY,
        AFTER
    }

    @Override
    public String toString() {
        return "call " + number + " " + method + " "
                + device.map(Object::toString).orElse(hub.toString());
    }
}
