package io.fairlead.application.administration;

import java.util.HashSet;
import java.util.List;

/**
 * Several changes of entries of one kind, done in one transaction; each succeeds or is refused for itself.
 *
 * @param items 1 to {@link #MAX_ITEMS}, each about another entry
 * @param <I> the id of the entries
 */
public record BulkChange<I>(List<BulkItem<I>> items) {
    /** So many at once (DPS limits). */
    public static final int MAX_ITEMS = 10;

    public BulkChange {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("1 to " + MAX_ITEMS + " changes at once, not " + items.size());
        }
        if (new HashSet<>(items.stream().map(BulkItem::id).toList()).size() < items.size()) {
            throw new IllegalArgumentException("an entry is named twice");
        }
    }
}
