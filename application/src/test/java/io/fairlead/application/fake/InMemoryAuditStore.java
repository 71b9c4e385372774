package io.fairlead.application.fake;

import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.AuditStore;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    @Override
    public Page<AuditEntry> search(AuditQuery query, PageRequest request) {
        request.after().filter(after -> !after.contains(Keys.prefix(""))).ifPresent(after -> {
            throw new IllegalArgumentException("the page's key is not one that a page ended with");
        });
        List<AuditEntry> found = rows.some(Integer.MAX_VALUE, entry -> fits(query, entry)).stream()
                .sorted(Comparator.comparing(InMemoryAuditStore::timeKey).reversed())
                .filter(entry -> request.after()
                        .map(after -> timeKey(entry).compareTo(after) < 0)
                        .orElse(true))
                .limit(request.size() + 1L)
                .toList();
        if (found.size() <= request.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<AuditEntry> items = found.subList(0, request.size());
        return new Page<>(items, Optional.of(timeKey(items.get(items.size() - 1))));
    }

    @Override
    public int purgeBefore(Instant instant, int limit) {
        List<AuditEntry> old = rows.some(Integer.MAX_VALUE, entry -> entry.at().isBefore(instant)).stream()
                .sorted(Comparator.comparing(InMemoryAuditStore::timeKey))
                .limit(limit)
                .toList();
        old.forEach(entry -> rows.remove(key(entry)));
        return old.size();
    }

    private static boolean fits(AuditQuery query, AuditEntry entry) {
        return query.subject().map(entry.subject()::equals).orElse(true)
                && query.hub().map(entry.hubs()::contains).orElse(true)
                && query.from().map(from -> !entry.at().isBefore(from)).orElse(true)
                && query.until().map(entry.at()::isBefore).orElse(true)
                && query.decision().map(entry.decision()::equals).orElse(true);
    }

    private static String timeKey(AuditEntry entry) {
        return Keys.of(Keys.of(entry.at()), entry.id());
    }

    private static String key(AuditEntry entry) {
        return Keys.of(entry.subject().canonical(), Keys.of(entry.at()), entry.id());
    }
}
