package io.fairlead.application.port;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is owed to hubs. Due times are by the database's clock; claims and fences as in {@link OperationStore}. */
public interface HubDutyStore {

    /** Adds a duty that is due after this time; a {@link HubDuty.Kind#CONFLICT} never is. */
    void insert(HubDuty duty, Duration dueIn);

    Optional<HubDuty> find(String id);

    /** All duties of a device, oldest first. */
    List<HubDuty> of(RegistrationId id);

    /** Claims one due duty, the longest due first; it is returned with its new fence. */
    Optional<HubDuty> claimDue(String node, Duration lease);

    /** Claims this duty, due or not, unless it is gone; it is returned with its new fence. */
    Optional<HubDuty> claim(String id, String node, Duration lease);

    /** Removes a duty that is done; false when it is gone or was claimed by another since. */
    boolean finish(HubDuty duty);

    /** Keeps attempts and error and makes it due after this time; false as for {@link #finish}. */
    boolean postpone(HubDuty duty, Duration dueIn);

    /** Removes a duty that has lost its object, whoever holds it. */
    void withdraw(String id);

    /** All duties by id. */
    Page<HubDuty> page(PageRequest request);
}
