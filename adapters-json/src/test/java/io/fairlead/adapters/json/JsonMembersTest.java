package io.fairlead.adapters.json;

import static io.fairlead.adapters.json.JsonTextTest.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonMembersTest {
    private static final JsonMembers SOME = JsonText.parseObject(
            utf8(
                    "{\"t\":\"x\",\"b\":false,\"n\":7,\"f\":7.0,\"o\":{\"i\":{\"t\":1}},\"l\":[\"a\",\"b\"],\"m\":[1,null],\"z\":null}"));

    @Test
    void readersShouldGiveMembersOfTheirType() {
        assertThat(SOME.text("t")).contains("x");
        assertThat(SOME.truth("b")).contains(false);
        assertThat(SOME.whole("n")).contains(7L);
        assertThat(SOME.whole("f")).contains(7L);
        assertThat(SOME.texts("l")).hasValueSatisfying(list -> assertThat(list).containsExactly("a", "b"));
        assertThat(SOME.list("m")).hasValueSatisfying(list -> assertThat(list).containsExactly(1L, null));
        assertThat(SOME.any("n")).contains(7L);
        assertThat(SOME.object("o").orElseThrow().path()).isEqualTo("o");
    }

    @Test
    void readersShouldTakeNullForAbsent() {
        assertThat(SOME.text("z")).isEmpty();
        assertThat(SOME.has("z")).isFalse();
        assertThat(SOME.object("absent")).isEmpty();
        assertThat(SOME.has("t")).isTrue();
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                arguments("n must be a string", reader(m -> m.text("n"))),
                arguments("t must be true or false", reader(m -> m.truth("t"))),
                arguments("t must be a whole number", reader(m -> m.whole("t"))),
                arguments("l must be an object", reader(m -> m.object("l"))),
                arguments("o must be an array", reader(m -> m.list("o"))),
                arguments("m must be an array of strings", reader(m -> m.texts("m"))),
                arguments(
                        "o.i.t must be a string",
                        reader(m -> m.object("o")
                                .orElseThrow()
                                .object("i")
                                .orElseThrow()
                                .text("t"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTypes")
    void readersShouldNameTheMemberWhenItsTypeIsWrong(String complaint, Function<JsonMembers, Object> reader) {
        assertThatThrownBy(() -> reader.apply(SOME))
                .isInstanceOf(InvalidJson.class)
                .hasMessage(complaint)
                .satisfies(e -> assertThat(((InvalidJson) e).member())
                        .contains(complaint.split(" ", 2)[0]));
    }

    @Test
    void wholeShouldRefuseFractionsAndMoreThan64Bits() {
        JsonMembers numbers = JsonText.parseObject(utf8("{\"f\":1.5,\"b\":9223372036854775808}"));

        assertThatThrownBy(() -> numbers.whole("f")).hasMessage("f must be a whole number of at most 64 bits");
        assertThatThrownBy(() -> numbers.whole("b")).hasMessage("b must be a whole number of at most 64 bits");
    }

    @Test
    void parseObjectShouldRefuseOtherRoots() {
        for (String text : new String[] {"[]", "1", "null", "\"{}\""}) {
            assertThatThrownBy(() -> JsonText.parseObject(utf8(text)))
                    .hasMessage("the JSON text must be an object, in braces");
        }
    }

    private static Function<JsonMembers, Object> reader(Function<JsonMembers, Object> reader) {
        return reader;
    }
}
