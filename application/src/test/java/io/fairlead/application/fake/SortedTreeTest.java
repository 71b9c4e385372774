package io.fairlead.application.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree behaves as the JDK's sorted map, and old versions of it stay as they were. */
class SortedTreeTest {
    private static final int STEPS = 2_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void treeShouldHoldWhatSortedMapHolds(long seed) {
        Random random = new Random(seed);
        TreeMap<String, Integer> expected = new TreeMap<>();
        SortedTree<Integer> tree = SortedTree.empty();
        for (int step = 0; step < STEPS; step++) {
            String key = Integer.toString(random.nextInt(300));
            SortedTree<Integer> before = tree;
            List<Integer> content = List.copyOf(expected.values());
            if (random.nextInt(3) == 0) {
                expected.remove(key);
                tree = tree.without(key);
            } else {
                expected.put(key, step);
                tree = tree.with(key, step);
            }
            assertThat(all(tree)).containsExactlyElementsOf(expected.values());
            assertThat(all(before)).isEqualTo(content);
            assertThat(tree.find(key)).isEqualTo(Optional.ofNullable(expected.get(key)));
        }
    }

    @ParameterizedTest(name = "after {0}")
    @ValueSource(strings = {"", "1", "15", "2", "29", "3"})
    void afterShouldSkipToKeyAndKeepToPrefix(String after) {
        TreeMap<String, String> expected = new TreeMap<>();
        SortedTree<String> tree = SortedTree.empty();
        for (int i = 0; i < 300; i++) {
            String key = Integer.toString(i);
            expected.put(key, key);
            tree = tree.with(key, key);
        }
        List<String> found = expected.tailMap(after, false).values().stream()
                .filter(key -> key.startsWith("2"))
                .limit(20)
                .toList();
        assertThat(tree.after(after, "2", 20, key -> true)).isEqualTo(found);
    }

    private static List<Integer> all(SortedTree<Integer> tree) {
        return tree.after("", "", Integer.MAX_VALUE, value -> true);
    }
}
