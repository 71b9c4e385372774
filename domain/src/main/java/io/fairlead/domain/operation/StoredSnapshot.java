package io.fairlead.domain.operation;

import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Instant;

/**
 * A snapshot kept by an operation, the status of the device as it was before the operation disabled it. Holds no
 * credential. There is one an operation: taking it again replaces it.
 */
public record StoredSnapshot(
        OperationId operation, RegistrationId registrationId, HubSnapshot snapshot, Instant takenAt) {}
