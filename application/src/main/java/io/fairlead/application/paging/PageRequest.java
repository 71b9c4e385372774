package io.fairlead.application.paging;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param size at most so many items, 1 to 1000
 * @param after the key of the last item already seen; empty for the beginning
 */
public record PageRequest(int size, Optional<String> after) {
    private static final int MAX_SIZE = 1000;

    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a page holds 1 to " + MAX_SIZE + " items, not " + size);
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, Optional.empty());
    }
}
