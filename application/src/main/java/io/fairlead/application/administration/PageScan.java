package io.fairlead.application.administration;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.query.Condition;
import io.fairlead.application.query.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes one page of the records that are wanted out of a list of all, and looks at no more than {@link #MOST_LOOKED_AT}
 * of them: how seldom a wanted one is must not decide how long a request takes.
 */
final class PageScan<T> {
    /** Records that one request looks at. */
    static final int MOST_LOOKED_AT = 10_000;

    /** Records that one statement reads: what lies in memory at once. */
    static final int CHUNK = 200;

    private final PageRequest request;
    private final Condition<T> wanted;
    private final Function<T, String> key;
    private final List<T> found = new ArrayList<>();

    /** @param key what the list is ordered by */
    PageScan(PageRequest request, Condition<T> wanted, Function<T, String> key) {
        this.request = request;
        this.wanted = wanted;
        this.key = key;
    }

    /** The page; each chunk is read by itself, so others may write between them, as between pages. */
    Page<T> of(Function<PageRequest, Page<T>> list) {
        Optional<String> after = request.after();
        int looked = 0;
        boolean ended = false;
        while (!ended && looked < MOST_LOOKED_AT) {
            PageRequest asked = new PageRequest(chunk(looked), after);
            Page<T> chunk = list.apply(asked);
            Optional<String> full = take(chunk.items());
            if (full.isPresent()) return new Page<>(found, isLast(full.get(), chunk) ? Optional.empty() : full);
            after = chunk.next();
            looked += asked.size();
            ended = after.isEmpty() || isHeavy(chunk, asked);
        }
        return new Page<>(found, after);
    }

    /** As long as all are wanted, no more than are missing. */
    private int chunk(int looked) {
        return found.size() == looked ? Math.min(CHUNK, request.size() - looked) : CHUNK;
    }

    /** Keeps what is wanted until the page is full; then the key of its last record. */
    private Optional<String> take(List<T> items) {
        for (T item : items) {
            if (wanted.of(item) == Truth.TRUE) found.add(item);
            if (found.size() == request.size()) return Optional.of(key.apply(item));
        }
        return Optional.empty();
    }

    private boolean isLast(String last, Page<T> chunk) {
        return chunk.next().isEmpty()
                && key.apply(chunk.items().get(chunk.items().size() - 1)).equals(last);
    }

    /** Whether the list cut the chunk short for its weight while some of this page is in memory already. */
    private boolean isHeavy(Page<T> chunk, PageRequest asked) {
        return chunk.items().size() < asked.size() && !found.isEmpty();
    }
}
