package io.fairlead.domain.enrollment;

import io.fairlead.domain.identity.ETag;
import java.time.Instant;

/** When an entry was made and last changed, and its version. */
public record EntryStamp(ETag etag, Instant createdAt, Instant lastUpdatedAt) {
    /** The stamp of an entry made now. */
    public static EntryStamp created(ETag etag, Instant now) {
        return new EntryStamp(etag, now, now);
    }

    /** The stamp after a change. */
    public EntryStamp changed(ETag next, Instant now) {
        return new EntryStamp(next, createdAt, now);
    }
}
