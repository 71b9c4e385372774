package io.fairlead.application.fake;

import io.fairlead.application.port.OperatorRecordStore;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.operating.OperatorRecord;
import java.util.List;
import java.util.Optional;

/** The records of one kind in a table that all kinds share. */
final class InMemoryOperatorRecordStore<T extends OperatorRecord> implements OperatorRecordStore<T> {
    private final Table<OperatorRecord> rows;
    private final Class<T> kind;

    InMemoryOperatorRecordStore(Table<OperatorRecord> rows, Class<T> kind) {
        this.rows = rows;
        this.kind = kind;
    }

    @Override
    public Optional<T> find(String key) {
        return rows.find(rowKey(key)).map(kind::cast);
    }

    @Override
    public List<T> all() {
        return rows.startingWith(rowKey("")).stream().map(kind::cast).toList();
    }

    @Override
    public boolean insert(T added) {
        rows.requireWritable();
        if (find(added.key()).isPresent()) {
            return false;
        }
        rows.put(rowKey(added.key()), added);
        return true;
    }

    @Override
    public boolean replace(T next, ETag expected) {
        if (!isAt(next.key(), expected)) {
            return false;
        }
        rows.put(rowKey(next.key()), next);
        return true;
    }

    @Override
    public boolean remove(String key, ETag expected) {
        if (!isAt(key, expected)) {
            return false;
        }
        rows.remove(rowKey(key));
        return true;
    }

    private boolean isAt(String key, ETag expected) {
        rows.requireWritable();
        return find(key).filter(row -> row.stamp().etag().equals(expected)).isPresent();
    }

    private String rowKey(String key) {
        return Keys.of(kind.getSimpleName(), key);
    }
}
