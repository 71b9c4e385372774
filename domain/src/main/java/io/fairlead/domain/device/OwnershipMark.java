package io.fairlead.domain.device;

import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.OperationId;
import java.util.Optional;

/**
 * The sign by which this service knows its own half-finished work on a hub: which instance and which operation made it.
 */
public record OwnershipMark(IdScope instance, OperationId operation) {
    private static final String PREFIX = "fairlead moving: ";

    /** The status reason that a device carries while the operation holds it disabled; fits 128 characters. */
    public HubDeviceStatus asStatus() {
        return HubDeviceStatus.disabled(PREFIX + operation);
    }

    /** Whether some operation of a service like this one holds the device disabled. */
    public static boolean holdsAny(HubDeviceStatus status) {
        return !status.enabled()
                && status.reason().filter(text -> text.startsWith(PREFIX)).isPresent();
    }

    /** The operation that holds the device disabled, if one does. */
    public static Optional<OperationId> holder(HubDeviceStatus status) {
        return status.reason()
                .filter(text -> holdsAny(status))
                .map(text -> text.substring(PREFIX.length()))
                .filter(OperationId::isValid)
                .map(OperationId::new);
    }

    /** Whether this very operation holds the device disabled. */
    public boolean holds(HubDeviceStatus status) {
        return status.equals(asStatus());
    }
}
