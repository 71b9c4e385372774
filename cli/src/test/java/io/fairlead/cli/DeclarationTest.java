package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationTest {

    @Test
    void everyKindOfValueShouldBecomeItsJson() {
        Declared record =
                Declaration.parse("f", """
                        enrollments:
                          a: {text: yes, truth: true, whole: 7, decimal: 1.50, nothing: null, list: [1, x], quoted: "7"}
                        """).records(Section.ENROLLMENTS).get("a");

        assertThat(record.tree())
                .hasToString("{text=yes, truth=true, whole=7, decimal=1.50, nothing=null, list=[1, x], quoted=7}");
        assertThat(record.members().get("truth").value()).isEqualTo(true);
        assertThat(record.members().get("whole").value()).isEqualTo(7L);
        assertThat(record.members().get("quoted").value()).isEqualTo("7");
        assertThat(record.members().get("decimal").value()).isEqualTo(new BigDecimal("1.50"));
        assertThat(record.line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "---", "hubs:", "hubs: {}"})
    void nothingDeclaredShouldBeNothing(String text) {
        Declaration declaration = Declaration.parse("f", text);
        assertThat(Arrays.stream(Section.values()).map(declaration::records)).allMatch(Map::isEmpty);
    }

    @Test
    void aliasesShouldNotMakeMuchOfLittle() {
        assertRefused("hubs: &a {x: *a}", "f, line 1: there are more than 64 levels");
        StringBuilder bomb = new StringBuilder("hubs:\n  a0: &a0 [" + "x, ".repeat(200) + "x]\n");
        for (int level = 1; level < 5; level++) {
            String alias = "*a" + (level - 1);
            bomb.append("  a" + level + ": &a" + level + " [" + (alias + ", ").repeat(9) + alias + "]\n");
        }
        assertRefused(bomb.toString(), "there are more than 1000000 parts");
        assertRefused("hubs: " + "{a: ".repeat(70) + "1" + "}".repeat(70), "there are more than 64 levels");
    }

    @Test
    void aliasesShouldRepeatWhatTheyStandFor() {
        Declaration declaration = Declaration.parse("f", "hubs: {a: &usual {region: north}, b: *usual}");
        assertThat(declaration.records(Section.HUBS).get("b").tree()).hasToString("{region=north}");
    }

    private static void assertRefused(String yaml, String why) {
        assertThatThrownBy(() -> Declaration.parse("f", yaml))
                .isInstanceOf(CliProblem.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hub: {} | f, line 1: 'hub' is no section; there are settings, hubs",
                "hubs: [a] | f, line 1: names with values are expected here",
                "hubs: {a: {}, a: {}} | f, line 1: 'a' is there twice",
                "hubs: {a: [} | f, line 1:",
                "hubs: {[a]: b} | f, line 1: a name must be a text",
                "hubs: {a: {weight: .inf}} | f, line 1: '.inf' is a number that JSON has not",
                "hubs: *a | f, line 1:",
            })
    void whatCannotBeReadShouldBeToldWithItsLine(String text, String message) {
        assertThatThrownBy(() -> Declaration.parse("f", text))
                .isInstanceOf(CliProblem.class)
                .hasMessageStartingWith(message);
    }
}
