package io.fairlead.application.port;

import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Instant;

/** The audit log: append only, until entries are older than they are kept. */
public interface AuditStore {
    void append(AuditEntry entry);

    /** The entries about one subject, oldest first. */
    Page<AuditEntry> of(AuditSubject subject, PageRequest request);

    /**
     * The entries that fit, newest first. So that a question costs a bounded time however long the log is, a page may hold
     * fewer entries than asked for, or none, while there are more: what counts is {@link Page#next}.
     */
    Page<AuditEntry> search(AuditQuery query, PageRequest request);

    /** Removes at most so many entries made before the instant; returns how many. */
    int purgeBefore(Instant instant, int limit);
}
