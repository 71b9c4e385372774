package io.fairlead.application.paging;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list in key order.
 *
 * @param next the key to ask on from; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
