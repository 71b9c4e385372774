package io.fairlead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds in the house and reports its bad examples, and every exemption is needed. */
class ArchitectureTest {
    /** Rules of which a test of their own takes care, because they are about sources and tests. */
    private static final List<Integer> ELSEWHERE = List.of(22, 32);

    static Stream<HouseRule> rules() {
        return Stream.of(LayerRules.all(), TechnologyRules.all(), ShapeRules.all(), WorldRules.all(), SafetyRules.all())
                .flatMap(List::stream);
    }

    static Stream<Exemption> exemptions() {
        return Exemption.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void ruleShouldHold(HouseRule rule) {
        EvaluationResult result = rule.onHouse(House.bound(rule.number()));
        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void ruleShouldReportItsBadExamples(HouseRule rule) {
        EvaluationResult result = rule.onExamples();
        assertThat(result.hasViolation()).isTrue();
        assertThat(String.join("\n", result.getFailureReport().getDetails())).contains(rule.reported());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exemptions")
    void exemptionShouldBeNeeded(Exemption exemption) {
        assertThat(exemption.reason()).isNotBlank();
        List<String> details = rules().filter(rule -> rule.number() == exemption.rule())
                .flatMap(rule -> rule.onHouse(House.all()).getFailureReport().getDetails().stream())
                .toList();
        assertThat(details).anyMatch(detail -> detail.contains(exemption.className()));
    }

    @Test
    void everyRuleShouldBeThere() {
        assertThat(Stream.concat(rules().map(HouseRule::number), ELSEWHERE.stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 32).boxed().toList());
    }

    @Test
    void houseShouldNotBeEmpty() {
        assertThat(Stream.of(
                        "domain",
                        "application",
                        "adapters.wire",
                        "adapters.rest",
                        "adapters.mqtt",
                        "adapters.amqp",
                        "transport",
                        "adapters.json",
                        "adapters.persistence",
                        "adapters.hubsim",
                        "bootstrap"))
                .allSatisfy(room -> assertThat(House.all().stream()
                                .filter(type -> type.getPackageName().startsWith("io.fairlead." + room)))
                        .as(room)
                        .isNotEmpty());
    }
}
