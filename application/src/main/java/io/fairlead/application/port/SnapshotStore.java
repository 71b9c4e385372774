package io.fairlead.application.port;

import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.StoredSnapshot;
import java.time.Instant;
import java.util.Optional;

/** The snapshots that operations keep of devices before they touch them. */
public interface SnapshotStore {
    /** Keeps a snapshot; the one that the same operation kept before is replaced. */
    void keep(StoredSnapshot snapshot);

    Optional<StoredSnapshot> find(OperationId operation);

    /** The snapshot of a device taken last. */
    Optional<StoredSnapshot> newest(RegistrationId id);

    /** Removes at most so many snapshots taken before the instant; returns how many. */
    int purgeTakenBefore(Instant instant, int limit);
}
