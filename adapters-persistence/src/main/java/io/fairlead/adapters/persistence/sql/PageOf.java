package io.fairlead.adapters.persistence.sql;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pages by key: a page asks for the rows after the last key seen, and for one more than it shows, which tells whether
 * there is another page. Rows that come and go meanwhile shift nothing.
 */
public final class PageOf {
    private PageOf() {}

    /** How many rows to ask for. */
    public static int limit(PageRequest request) {
        return request.size() + 1;
    }

    /**
     * The page of these rows.
     *
     * @param key the key that a row is ordered by
     */
    public static <T> Page<T> rows(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.size()) return new Page<>(rows, Optional.empty());
        List<T> shown = rows.subList(0, request.size());
        return new Page<>(shown, Optional.of(key.apply(shown.get(shown.size() - 1))));
    }
}
