package io.fairlead.domain.device;

import static io.fairlead.domain.fixture.SomeTwins.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What fits a twin and what is one too much. */
class TwinRulesTest {
    private static final int KILOBYTE = 1024;

    static Stream<Arguments> keptRules() {
        return Stream.of(
                row("ten levels", nested(10)),
                row("the largest integer", document("a", 4503599627370495L)),
                row("the smallest integer", document("a", -4503599627370496L)),
                row(
                        "a large number that is no integer",
                        document("a", new BigDecimal("1E+300").add(new BigDecimal("0.5")))),
                row("the longest string", document("a", "x".repeat(4 * KILOBYTE))),
                row("the longest string of two-byte characters", document("a", "é".repeat(2 * KILOBYTE))),
                row("the longest key", document("k".repeat(KILOBYTE), 1)),
                row("a list of lists", document("a", List.of(List.of(List.of(1))))),
                row("a key with other signs", document("a-b_c:d/é", 1)));
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                row("eleven levels", nested(11)),
                row(
                        "eleven levels through a list",
                        document("l", List.of(nested(10).members()))),
                row("an integer too large", document("a", 4503599627370496L)),
                row("an integer too small", document("a", -4503599627370497L)),
                row("an integer beyond a long", document("a", new BigDecimal("12345678901234567890"))),
                row("a string too long", document("a", "x".repeat(4 * KILOBYTE + 1))),
                row("a string too long in bytes", document("a", "é".repeat(2 * KILOBYTE) + "x")),
                row("a string too long in a list", document("a", List.of("x".repeat(4 * KILOBYTE + 1)))),
                row("a key too long", document("k".repeat(KILOBYTE + 1), 1)),
                row("an empty key", document("", 1)),
                row("a key with a dot", document("a.b", 1)),
                row("a key with a dollar", document("$a", 1)),
                row("a key with a space", document("a b", 1)),
                row("a key with a control character", document("a\tb", 1)),
                row(
                        "a bad key within",
                        document("o", document("l", List.of(document("a.b", 1).members())))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keptRules")
    void ruleShouldBeKeptBy(String what, TwinDocument document) {
        assertThat(TwinRules.violations("tags", document)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void ruleShouldBeBrokenBy(String what, TwinDocument document) {
        assertThat(TwinRules.violations("tags", document))
                .hasSize(1)
                .allSatisfy(violation -> assertThat(violation).startsWith("tags"));
    }

    @Test
    void violationShouldNameThePlace() {
        TwinDocument document = document("o", document("deep", document("a", "x".repeat(4 * KILOBYTE + 1))));
        assertThat(TwinRules.violations("properties.desired", document))
                .containsExactly("properties.desired.o.deep.a is a string longer than 4096 bytes");
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                sized(document(), 0),
                sized(document("key", 1), 3 + 8),
                sized(document("key", new BigDecimal("1.5")), 3 + 8),
                sized(document("key", true), 3 + 4),
                sized(document("key", "value"), 3 + 5),
                sized(document("key", "é"), 3 + 2),
                sized(document("é", 1), 2 + 8),
                sized(document("key", "a\n\tb"), 3 + 2),
                sized(document("key", document("k", 1)), 3 + 1 + 8),
                sized(document("key", List.of(1, "ab", true)), 3 + 8 + 2 + 4));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void sizeShouldBe(TwinDocument document, int bytes) {
        assertThat(TwinRules.size(document)).isEqualTo(bytes);
    }

    @Test
    void sectionsShouldHoldTheirLimitAndNotOneByteMore() {
        assertThat(violations(8 * KILOBYTE, 32 * KILOBYTE, 32 * KILOBYTE)).isEmpty();
        assertThat(violations(8 * KILOBYTE + 1, 0, 0)).containsExactly("tags has 8193 bytes, the limit is 8192");
        assertThat(violations(0, 32 * KILOBYTE + 1, 0))
                .containsExactly("properties.desired has 32769 bytes, the limit is 32768");
        assertThat(violations(0, 0, 32 * KILOBYTE + 1))
                .containsExactly("properties.reported has 32769 bytes, the limit is 32768");
    }

    private static List<String> violations(int tags, int desired, int reported) {
        return TwinLimits.IOT_HUB.violations(new DeviceTwin(
                ofSize(tags), TwinSection.initial(ofSize(desired)), TwinSection.initial(ofSize(reported))));
    }

    /** A document that counts so many bytes, in strings that are not too long. */
    private static TwinDocument ofSize(int bytes) {
        if (bytes == 0) {
            return TwinDocument.EMPTY;
        }
        int rest = bytes - 1;
        List<String> strings = new ArrayList<>(Collections.nCopies(rest / KILOBYTE, "x".repeat(KILOBYTE)));
        strings.add("x".repeat(rest % KILOBYTE));
        return document("k", strings);
    }

    private static TwinDocument nested(int levels) {
        TwinDocument document = document("a", 1);
        for (int i = 1; i < levels; i++) {
            document = document("a", document);
        }
        return document;
    }

    private static Arguments row(String what, TwinDocument document) {
        return Arguments.of(what, document);
    }

    private static Arguments sized(TwinDocument document, int bytes) {
        return Arguments.of(document, bytes);
    }
}
