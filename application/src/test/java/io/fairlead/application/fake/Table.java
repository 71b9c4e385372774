package io.fairlead.application.fake;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One table within one transaction: reads and changes a version of the tree that nobody else sees. */
final class Table<V> {
    private final boolean writable;
    private SortedTree<V> rows;

    Table(SortedTree<V> rows, boolean writable) {
        this.rows = rows;
        this.writable = writable;
    }

    SortedTree<V> rows() {
        return rows;
    }

    Optional<V> find(String key) {
        return rows.find(key);
    }

    void put(String key, V value) {
        requireWritable();
        rows = rows.with(key, value);
    }

    void remove(String key) {
        requireWritable();
        rows = rows.without(key);
    }

    /** The value of the lowest key. */
    Optional<V> first() {
        return some(1, value -> true).stream().findFirst();
    }

    /** At most so many values that match. */
    List<V> some(int limit, Predicate<V> matching) {
        return rows.after("", "", limit, matching);
    }

    /** All values whose key begins so, in key order. */
    List<V> startingWith(String prefix) {
        return rows.after("", prefix, Integer.MAX_VALUE, value -> true);
    }

    /** A page of the values whose key begins so and that match; the key function gives the key they are stored under. */
    Page<V> page(String prefix, PageRequest request, Predicate<V> matching, Function<V, String> key) {
        List<V> found = rows.after(request.after().orElse(""), prefix, request.size() + 1, matching);
        if (found.size() <= request.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<V> items = found.subList(0, request.size());
        return new Page<>(items, Optional.of(key.apply(items.get(items.size() - 1))));
    }

    /** A page of the values whose key lies in the range and that match. */
    Page<V> page(KeyRange range, PageRequest request, Predicate<V> matching, Function<V, String> key) {
        return page("", request, value -> range.contains(key.apply(value)) && matching.test(value), key);
    }

    /** Refuses a change inside a read, where a database would lose or forbid it. */
    void requireWritable() {
        if (!writable) {
            throw new IllegalStateException("a read must not write");
        }
    }
}
