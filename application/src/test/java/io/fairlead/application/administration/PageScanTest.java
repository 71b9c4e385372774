package io.fairlead.application.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.query.Condition;
import io.fairlead.application.query.Field;
import io.fairlead.application.query.Operator;
import io.fairlead.application.query.TextType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request looks at a bounded number of records and holds a bounded number of them. */
class PageScanTest {
    private static final Field<String> SELF = new Field<>("self", TextType.EXACT, Optional::of);
    private static final Condition<String> NONE = new Condition.Compared<>(SELF, Operator.EQUAL, "no such record");

    private final List<Integer> asked = new ArrayList<>();
    private final List<String> list =
            IntStream.range(0, 25_000).mapToObj("%06d"::formatted).toList();

    @Test
    void pageShouldBeEmptyAndGoOnWhenNothingIsFoundInTime() {
        Page<String> first = page(NONE, PageRequest.first(10), Integer.MAX_VALUE);
        assertThat(first.items()).isEmpty();
        assertThat(first.next()).hasValue("010009");
        assertThat(asked.stream().mapToInt(size -> size).sum())
                .isBetween(PageScan.MOST_LOOKED_AT - PageScan.CHUNK, PageScan.MOST_LOOKED_AT + PageScan.CHUNK);
        Page<String> second = page(NONE, new PageRequest(10, first.next()), Integer.MAX_VALUE);
        Page<String> third = page(NONE, new PageRequest(10, second.next()), Integer.MAX_VALUE);
        assertThat(third).isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @ParameterizedTest(name = "size {0}")
    @ValueSource(ints = {1, 100, 200, 350, 1000})
    void noMoreShouldBeReadThanIsShownWhenAllIsWanted(int size) {
        Page<String> page = page(new Condition.Everything<>(), PageRequest.first(size), Integer.MAX_VALUE);
        assertThat(page.items()).isEqualTo(list.subList(0, size));
        assertThat(page.next()).hasValue(list.get(size - 1));
        assertThat(asked.stream().mapToInt(each -> each).sum()).isEqualTo(size);
        assertThat(asked).allMatch(each -> each <= PageScan.CHUNK);
    }

    @Test
    void pageShouldBeShortWhenTheListCutsHeavyRecords() {
        Page<String> page = page(new Condition.Everything<>(), PageRequest.first(1000), 3);
        assertThat(page.items()).hasSize(3);
        assertThat(page.next()).hasValue("000002");
    }

    @Test
    void heavyRecordsThatAreNotWantedShouldNotEndThePage() {
        Page<String> page = page(new Condition.Compared<>(SELF, Operator.AT_LEAST, "000100"), PageRequest.first(5), 3);
        assertThat(page.items()).startsWith("000100");
    }

    private Page<String> page(Condition<String> condition, PageRequest request, int heavy) {
        asked.clear();
        return new PageScan<>(request, condition, record -> record).of(chunk -> {
            asked.add(chunk.size());
            int from = chunk.after().map(key -> Integer.parseInt(key) + 1).orElse(0);
            int to = Math.min(list.size(), from + Math.min(heavy, chunk.size()));
            Optional<String> next = to == list.size() ? Optional.empty() : Optional.of(list.get(to - 1));
            return new Page<>(list.subList(from, to), next);
        });
    }
}
