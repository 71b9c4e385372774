package io.fairlead.application.operating;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.operation.AuditEntry;

/** The audit log over its store. */
public final class AuditLogService implements AuditLog {
    private final UnitOfWork work;

    public AuditLogService(UnitOfWork work) {
        this.work = new AnsweringUnitOfWork(work);
    }

    @Override
    public Page<AuditEntry> search(AuditQuery query, PageRequest request) {
        try {
            return work.read(stores -> stores.audit().search(query, request));
        } catch (IllegalArgumentException e) {
            throw Problem.field("after", "must be the 'next' of an earlier page")
                    .asException();
        }
    }
}
