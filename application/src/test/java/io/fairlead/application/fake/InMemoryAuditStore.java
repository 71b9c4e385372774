package io.fairlead.application.fake;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.AuditStore;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;

/** The audit log in a table keyed by subject and time. */
final class InMemoryAuditStore implements AuditStore {
    private final Table<AuditEntry> rows;

    InMemoryAuditStore(Table<AuditEntry> rows) {
        this.rows = rows;
    }

    @Override
    public void append(AuditEntry entry) {
        if (rows.find(key(entry)).isPresent()) {
            throw new StoreException("audit entry " + entry.id() + " is there already", null);
        }
        rows.put(key(entry), entry);
    }

    @Override
    public Page<AuditEntry> of(AuditSubject subject, PageRequest request) {
        return rows.page(Keys.prefix(subject.canonical()), request, entry -> true, InMemoryAuditStore::key);
    }

    private static String key(AuditEntry entry) {
        return Keys.of(entry.subject().canonical(), Keys.of(entry.at()), entry.id());
    }
}
