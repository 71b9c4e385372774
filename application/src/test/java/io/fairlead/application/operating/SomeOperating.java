package io.fairlead.application.operating;

import io.fairlead.application.fake.FixedIds;
import io.fairlead.application.fake.InMemoryUnitOfWork;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.operating.Quotas;
import io.fairlead.domain.operation.AuditEntry;
import java.util.List;
import java.util.Random;

/** A database of an operator, and what all services over it need. */
final class SomeOperating {
    static final Operator ALICE = new Operator("alice");

    final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    final InMemoryUnitOfWork work = new InMemoryUnitOfWork(clock);
    final FixedIds ids = new FixedIds(new Random(7));
    final CachedOperatorBook book = new CachedOperatorBook(work, Quotas.USUAL);

    /** The audit log, newest first. */
    List<AuditEntry> audit() {
        return work.read(stores -> stores.audit().search(AuditQuery.ALL, PageRequest.first(100)))
                .items();
    }

    /** The only entry of this kind. */
    AuditEntry audited(String decision) {
        List<AuditEntry> found = audit().stream()
                .filter(entry -> entry.decision().equals(decision))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " entries " + decision);
        }
        return found.get(0);
    }

    List<String> audited() {
        return audit().stream().map(AuditEntry::decision).toList();
    }
}
