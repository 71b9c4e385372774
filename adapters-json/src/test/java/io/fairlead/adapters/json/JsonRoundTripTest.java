package io.fairlead.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for any tree; the seed is in the test's name. */
class JsonRoundTripTest {
    private static final int TREES = 300;

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, new SecureRandom().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parseShouldGiveBackWhatWriteWithNullsWrote(long seed) {
        RandomJson random = new RandomJson(seed);
        for (int i = 0; i < TREES; i++) {
            Object tree = random.tree();
            assertThat(JsonText.parse(JsonText.writeWithNulls(tree))).isEqualTo(tree);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void canonicalShouldBeTheSameForAnyOrderOfMembers(long seed) {
        RandomJson random = new RandomJson(seed);
        for (int i = 0; i < TREES; i++) {
            Object tree = random.tree();
            assertThat(JsonText.canonical(shuffled(tree, new Random(seed)))).isEqualTo(JsonText.canonical(tree));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parseShouldRefuseOrReadDamagedTextsAndNeverFailOtherwise(long seed) {
        RandomJson random = new RandomJson(seed);
        int refused = 0;
        for (int i = 0; i < 20 * TREES; i++) {
            byte[] damaged = random.damaged(JsonText.writeWithNulls(random.tree()));
            try {
                Object tree = JsonText.parse(damaged);
                assertThat(JsonText.parse(JsonText.writeWithNulls(tree))).isEqualTo(tree);
            } catch (InvalidJson e) {
                assertThat(e.getMessage()).matches("[ -~…]{1,200}");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(TREES);
    }

    private static Object shuffled(Object tree, Random random) {
        if (tree instanceof List<?> items) {
            List<Object> copies = new ArrayList<>();
            for (Object item : items) copies.add(shuffled(item, random));
            return copies;
        }
        if (!(tree instanceof Map<?, ?> members)) return tree;
        List<Map.Entry<?, ?>> order = new ArrayList<>(members.entrySet());
        Collections.shuffle(order, random);
        Map<String, Object> copy = new LinkedHashMap<>();
        order.forEach(member -> copy.put((String) member.getKey(), shuffled(member.getValue(), random)));
        return copy;
    }
}
