package io.fairlead.application.port;

import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.RegistrationOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The accepted requests and the journals of their sagas.
 *
 * <p>An unfinished operation is due at an instant of the database's clock: the end of its worker's lease, or of a pause
 * before the next attempt. Whoever claims a due one raises its fence, and from then on writes under the older fence are
 * refused. One row a transaction, so that the table can be sharded.
 */
public interface OperationStore {

    /**
     * Adds an operation under its first fence.
     *
     * @param node the worker that holds it
     * @param lease it is due again after this time by the database's clock, unless {@link #advance advanced}
     */
    void insert(RegistrationOperation operation, String node, Duration lease);

    Optional<RegistrationOperation> find(OperationId id);

    /**
     * Keeps the operation's status, progress, attempts and failure, if its fence is still the stored one.
     *
     * @param dueIn a running operation is due again after this time by the database's clock; zero gives it up at once
     * @return false when another worker has claimed it since or it is finished; then nothing is changed
     */
    boolean advance(RegistrationOperation operation, Duration dueIn);

    /**
     * Claims one running operation that is due, the longest due first; it is returned with its new fence. Two claimers
     * never get the same fence of the same operation.
     */
    Optional<RegistrationOperation> claimDue(String node, Duration lease);

    /** Removes at most so many finished operations created before the instant; returns how many. */
    int purgeFinishedBefore(Instant instant, int limit);
}
