package io.fairlead.adapters.persistence.sql;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.statement.Query;

/**
 * Pages by key: a page asks for the rows after the last key seen, and for one more than it shows, which tells whether
 * there is another page. Rows that come and go meanwhile shift nothing, and an index finds the first row of the last page
 * as fast as that of the first.
 */
public final class PageOf {
    /** The condition on the key {@code id} of a list by ids; {@link #bind} fills it. */
    public static final String STRETCH = " id > :after and id >= :from and id <= :upTo order by id limit :limit";

    /** Characters of stored documents after which a page ends early: what a row may hold times the rows is too much. */
    private static final int HEAVY = 1 << 20;

    private PageOf() {}

    /** Fills a {@link #STRETCH}. */
    public static Query bind(Query query, KeyRange range, PageRequest request) {
        return query.bind("after", request.after().orElse(""))
                .bind("from", range.from())
                .bind("upTo", range.upTo())
                .bind("limit", limit(request));
    }

    /**
     * The page of these rows, or of as many as are not too heavy together, at least one.
     *
     * @param key the key that a row is ordered by
     * @param weight the characters of its documents
     * @param read makes the record of a row
     */
    public static <R, T> Page<T> light(
            List<R> rows, PageRequest request, Function<R, String> key, ToIntFunction<R> weight, Function<R, T> read) {
        int shown = 0;
        int sum = 0;
        while (shown < Math.min(rows.size(), request.size()) && (shown == 0 || sum < HEAVY)) {
            sum += weight.applyAsInt(rows.get(shown++));
        }
        List<T> records = rows.subList(0, shown).stream().map(read).toList();
        return shown == rows.size()
                ? new Page<>(records, Optional.empty())
                : new Page<>(records, Optional.of(key.apply(rows.get(shown - 1))));
    }

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
