package io.fairlead.application.paging;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list in key order. It may be shorter than was asked for, even empty, and not be the last.
 *
 * @param next the key to ask on from; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
