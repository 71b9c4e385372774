package io.fairlead.application.port;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.Optional;

/** The registration records, keyed by registration id ignoring case. Every write is a compare-and-set. */
public interface RegistrationStore {
    Optional<DeviceRegistration> find(RegistrationId id);

    /** Adds a record; false when the id has one already, also when another transaction just added it. */
    boolean insert(DeviceRegistration registration);

    /**
     * Replaces the record at the expected version; false when it is absent or at another, then nothing is changed. Of
     * several that race with the same expectation exactly one succeeds.
     */
    boolean replace(DeviceRegistration registration, ETag expected);

    /** Removes the record at the expected version; false when it is absent or at another, then nothing is changed. */
    boolean remove(RegistrationId id, ETag expected);

    /** The records whose assignment points at this device; more than one only if a rule was broken. */
    Optional<DeviceRegistration> assignedTo(HubDeviceKey place);

    /**
     * A stretch of the records that a group vouched for, by registration id; as {@link EnrollmentStore#page}. The group
     * itself may be gone.
     */
    Page<DeviceRegistration> inGroup(EnrollmentGroupId group, KeyRange range, PageRequest request);

    /** How many records point at a device of this hub. Takes time with their number. */
    long countAt(HubName hub);
}
