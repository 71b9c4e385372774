package io.fairlead.application.port;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;

/** The audit log: append only. */
public interface AuditStore {
    void append(AuditEntry entry);

    /** The entries about one subject, oldest first. */
    Page<AuditEntry> of(AuditSubject subject, PageRequest request);
}
