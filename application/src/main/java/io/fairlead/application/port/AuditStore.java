package io.fairlead.application.port;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;

/** The audit log: append only. */
public interface AuditStore {
    void append(AuditEntry entry);

    /** The entries of a device, oldest first. */
    Page<AuditEntry> of(RegistrationId id, PageRequest request);
}
