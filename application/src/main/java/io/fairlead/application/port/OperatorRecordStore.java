package io.fairlead.application.port;

import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.operating.OperatorRecord;
import java.util.List;
import java.util.Optional;

/** The operators' records of one kind, by key. There are at most a few hundred of a kind. */
public interface OperatorRecordStore<T extends OperatorRecord> {
    Optional<T> find(String key);

    /** All of them, ordered by key. */
    List<T> all();

    /** Adds a record. Repeated, it returns false: false when the key is taken, then nothing is changed. */
    boolean insert(T added);

    /** Replaces the record at the expected version; false when it is absent or at another, then nothing is changed. */
    boolean replace(T next, ETag expected);

    /** Removes the record at the expected version; false when it is absent or at another, then nothing is changed. */
    boolean remove(String key, ETag expected);
}
