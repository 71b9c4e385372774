package io.fairlead.domain.device;

import static io.fairlead.domain.fixture.SomeTwins.document;
import static io.fairlead.domain.fixture.SomeTwins.everyKindOfValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents are values: they merge as twins do, and nobody can change one that another holds. */
class TwinDocumentTest {

    static Stream<Arguments> merges() {
        return Stream.of(
                row("nothing into nothing", document(), document(), document()),
                row("nothing changes nothing", document("a", 1), document(), document("a", 1)),
                row("adds a member", document("a", 1), document("b", 2), document("a", 1, "b", 2)),
                row("replaces a scalar", document("a", 1), document("a", "x"), document("a", "x")),
                row(
                        "replaces a list whole",
                        document("a", List.of(1, 2)),
                        document("a", List.of(3)),
                        document("a", List.of(3))),
                row("null removes", document("a", 1, "b", 2), document("a", null), document("b", 2)),
                row("null for what is not there", document("b", 2), document("a", null), document("b", 2)),
                row(
                        "merges objects",
                        document("o", document("a", 1, "b", 2)),
                        document("o", document("b", 3, "c", 4)),
                        document("o", document("a", 1, "b", 3, "c", 4))),
                row(
                        "null removes within objects",
                        document("o", document("a", 1, "b", 2)),
                        document("o", document("a", null)),
                        document("o", document("b", 2))),
                row(
                        "an object that becomes empty stays",
                        document("o", document("a", 1)),
                        document("o", document("a", null)),
                        document("o", document())),
                row(
                        "an object replaces a scalar",
                        document("o", 1),
                        document("o", document("a", 1)),
                        document("o", document("a", 1))),
                row("a scalar replaces an object", document("o", document("a", 1)), document("o", 1), document("o", 1)),
                row(
                        "nulls of a new object are dropped",
                        document(),
                        document("o", document("a", null, "b", document("c", null))),
                        document("o", document("b", document()))),
                row(
                        "nulls of an object over a scalar are dropped",
                        document("o", 1),
                        document("o", document("a", null)),
                        document("o", document())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("merges")
    void mergeShould(String what, TwinDocument base, TwinDocument patch, TwinDocument expected) {
        assertThat(base.mergedWith(patch)).isEqualTo(expected);
        assertThat(expected.mergedWith(patch)).as("merged again").isEqualTo(expected);
    }

    @Test
    void withoutNullsShouldDropMembersButNotItemsOfLists() {
        List<Object> list = new ArrayList<>();
        list.add(null);
        TwinDocument document = document("a", null, "o", document("b", null), "l", list);
        assertThat(document.withoutNulls()).isEqualTo(document("o", document(), "l", list));
    }

    @Test
    void documentsShouldBeEqualInAnyOrder() {
        assertThat(document("a", 1, "b", document("c", 1, "d", 2)))
                .isEqualTo(document("b", document("d", 2, "c", 1), "a", 1))
                .isNotEqualTo(document("a", 1));
    }

    @Test
    void documentShouldKeepTheOrderItWasGiven() {
        assertThat(document("z", 1, "a", 2, "m", 3).members().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void numbersShouldBeLongOrDecimal() {
        TwinDocument numbers = document(
                "int", 1, "short", (short) 1, "byte", (byte) 1, "float", 0.5f, "double", 0.1, "big", BigInteger.TEN);
        assertThat(numbers)
                .isEqualTo(document(
                        "int",
                        1L,
                        "short",
                        1L,
                        "byte",
                        1L,
                        "float",
                        new BigDecimal("0.5"),
                        "double",
                        new BigDecimal("0.1"),
                        "big",
                        new BigDecimal("10")));
    }

    @Test
    void documentShouldNotFollowChangesOfWhatItWasMadeOf() {
        Map<String, Object> inner = new HashMap<>(Map.of("a", 1L));
        List<Object> list = new ArrayList<>(List.of(inner));
        TwinDocument document = new TwinDocument(Map.of("o", inner, "l", list));
        inner.put("b", 2L);
        list.clear();
        assertThat(document).isEqualTo(document("o", document("a", 1), "l", List.of(Map.of("a", 1L))));
    }

    @Test
    void documentShouldBeClosedToChanges() {
        TwinDocument document = everyKindOfValue();
        assertThatThrownBy(() -> document.members().put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) document.members().get("object")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) document.members().get("list")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsNotJsonShouldBeRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> document("a", new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> document("a", List.of('c')));
    }

    private static Arguments row(String what, TwinDocument base, TwinDocument patch, TwinDocument expected) {
        return Arguments.of(what, base, patch, expected);
    }
}
