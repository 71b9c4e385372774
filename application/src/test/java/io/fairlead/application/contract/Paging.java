package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Walks a paged list to its end. */
final class Paging {
    private Paging() {}

    /**
     * All items in the order they came.
     *
     * @param between runs after each page but the last: the list may change there
     */
    static <T> List<T> walk(int size, Function<PageRequest, Page<T>> list, Runnable between) {
        List<T> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(size, after));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            assertThat(page.next())
                    .as("a page asks on from another place")
                    .isNotEqualTo(after.or(() -> Optional.of("")));
            all.addAll(page.items());
            after = page.next();
            after.ifPresent(key -> between.run());
        } while (after.isPresent());
        return all;
    }

    static <T> List<T> walk(int size, Function<PageRequest, Page<T>> list) {
        return walk(size, list, () -> {});
    }
}
