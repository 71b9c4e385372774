package io.fairlead.adapters.persistence.audit;

import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.domain.operation.AuditEntry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * Where an entry stands in its subject's list; as text, the key that a page ends with.
 *
 * @param at to the microsecond
 */
record AuditKey(OffsetDateTime at, String id) {
    private static final char SEPARATOR = '/';

    /** Before all entries. */
    static final AuditKey FIRST = new AuditKey(Columns.time(Instant.EPOCH), "");

    static AuditKey of(AuditEntry entry) {
        return new AuditKey(Columns.time(entry.at()), entry.id());
    }

    static AuditKey parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        try {
            Instant at = Instant.parse(text.substring(0, Math.max(0, separator)));
            return new AuditKey(Columns.time(at), text.substring(separator + 1));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("the page's key is not one that a page of the audit log ended with", e);
        }
    }

    @Override
    public String toString() {
        return at.toInstant().toString() + SEPARATOR + id;
    }
}
