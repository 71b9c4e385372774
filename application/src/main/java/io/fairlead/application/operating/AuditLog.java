package io.fairlead.application.operating;

import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.operation.AuditEntry;

/** What was decided and done, and why. */
public interface AuditLog {
    /**
     * The entries that fit, newest first. A page may hold fewer than asked for, or none, while there are more.
     *
     * @throws io.fairlead.application.problem.ProvisioningException invalid, when the page begins at a key that is none
     */
    Page<AuditEntry> search(AuditQuery query, PageRequest request);
}
