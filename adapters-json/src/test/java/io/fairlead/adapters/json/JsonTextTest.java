package io.fairlead.adapters.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @Test
    void parseShouldKeepOrderDigitsAndNulls() {
        Object tree = JsonText.parse(utf8("{\"z\":1.50,\"a\":[1,true,null,\"ü\"],\"n\":null}"));

        assertThat(tree).isInstanceOf(LinkedHashMap.class);
        Map<?, ?> members = (Map<?, ?>) tree;
        assertThat(members.keySet().stream().map(String.class::cast)).containsExactly("z", "a", "n");
        assertThat(members.get("z")).isEqualTo(new BigDecimal("1.50"));
        assertThat(members.get("a")).isEqualTo(listOf(1L, true, null, "ü"));
        assertThat(members.containsKey("n")).isTrue();
        assertThat(members.get("n")).isNull();
    }

    @ParameterizedTest(name = "{0} is read as {1} {2}")
    @CsvSource({
        "0, Long, 0",
        "-0, Long, 0",
        "5e0, Long, 5",
        "9223372036854775807, Long, 9223372036854775807",
        "-9223372036854775808, Long, -9223372036854775808",
        "9223372036854775808, BigDecimal, 9223372036854775808",
        "12345678901234567890.12, BigDecimal, 12345678901234567890.12",
        "1.50, BigDecimal, 1.50",
        "-0.0, BigDecimal, 0.0",
        "1e3, BigDecimal, 1E+3",
        "2.5E-7, BigDecimal, 2.5E-7",
        "1e400, BigDecimal, 1E+400",
        "1.5e-400, BigDecimal, 1.5E-400",
    })
    void parseShouldKeepNumbersExactly(String text, String type, String value) {
        Object number = JsonText.parse(utf8(text));

        assertThat(number.getClass().getSimpleName()).isEqualTo(type);
        assertThat(number).hasToString(value);
    }

    @Test
    void parseShouldReadAgainTheLongestNumbersItLetsThrough() {
        for (String text : new String[] {"1".repeat(100) + "e-450", "-" + "9".repeat(100), "0." + "7".repeat(100)}) {
            Object number = JsonText.parse(utf8(text));

            assertThat(JsonText.parse(JsonText.write(number))).isEqualTo(number);
        }
    }

    @Test
    void parseShouldAcceptTheDeepestNesting() {
        String text = "[".repeat(JsonText.MAX_DEPTH) + "]".repeat(JsonText.MAX_DEPTH);

        assertThat(JsonText.write(JsonText.parse(utf8(text)))).isEqualTo(utf8(text));
    }

    @Test
    void parseShouldJoinEscapedSurrogatePairs() {
        assertThat(JsonText.parse(utf8("\"\\uD83D\\ude00\""))).isEqualTo("😀");
    }

    @Test
    void parseShouldTakeLongStringsAndNames() {
        String name = "n".repeat(60_000);
        String value = "v".repeat(100_000);

        assertThat(JsonText.parse(utf8("{\"" + name + "\":\"" + value + "\"}"))).isEqualTo(Map.of(name, value));
    }

    @Test
    void writeShouldLeaveOutNullMembersAtAnyDepthButNotNullItems() {
        Object tree = JsonText.parse(utf8("{\"a\":null,\"b\":{\"c\":null,\"d\":[null,{\"e\":null}]}}"));

        assertThat(text(JsonText.write(tree))).isEqualTo("{\"b\":{\"d\":[null,{}]}}");
    }

    @Test
    void writeWithNullsShouldKeepNullMembers() {
        String text = "{\"a\":null,\"b\":[{\"c\":null}]}";

        assertThat(text(JsonText.writeWithNulls(JsonText.parse(utf8(text))))).isEqualTo(text);
    }

    @Test
    void writeShouldRefuseWhatIsNoJson() {
        assertThatThrownBy(() -> JsonText.write(Map.of("a", 1.5d))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void canonicalShouldNotDependOnOrderOrSpellingOfNumbers() {
        byte[] one = JsonText.canonical(JsonText.parse(utf8("{\"b\":{\"y\":5.0,\"x\":null},\"a\":[1.50,100]}")));
        byte[] other = JsonText.canonical(JsonText.parse(utf8("{\"a\":[15e-1,1e2],\"b\":{\"x\":null,\"y\":5}}")));

        assertThat(text(one)).isEqualTo(text(other));
        assertThat(text(one)).isEqualTo("{\"a\":[1.5,1E+2],\"b\":{\"x\":null,\"y\":5}}");
    }

    @ParameterizedTest(name = "{0} and {1} differ")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {"{\"a\":null}|{}", "[1,2]|[2,1]", "\"1\"|1", "1|1.0000000000000000001", "true|\"true\""})
    void canonicalShouldTellDifferentContentsApart(String one, String other) {
        assertThat(JsonText.canonical(JsonText.parse(utf8(one))))
                .isNotEqualTo(JsonText.canonical(JsonText.parse(utf8(other))));
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static List<Object> listOf(Object... items) {
        List<Object> list = new ArrayList<>();
        for (Object item : items) list.add(item);
        return list;
    }
}
