package io.fairlead.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A rule and the examples that prove it can fail.
 *
 * @param number by which exemptions name it
 * @param rule made for the rooms of the house, or for those of the bad examples
 * @param examples what breaks it
 * @param reported what the report on the examples must name
 */
record HouseRule(int number, Function<Rooms, ArchRule> rule, List<Class<?>> examples, List<String> reported) {

    static HouseRule rule(int number, Function<Rooms, ArchRule> rule) {
        return new HouseRule(number, rule, List.of(), List.of());
    }

    /** With the classes that break it; the report must name each. */
    HouseRule brokenBy(Class<?>... classes) {
        return new HouseRule(
                number,
                rule,
                List.of(classes),
                List.of(classes).stream().map(Class::getSimpleName).toList());
    }

    /** Also these words must be in the report. */
    HouseRule reporting(String... words) {
        List<String> all = new ArrayList<>(reported);
        all.addAll(List.of(words));
        return new HouseRule(number, rule, examples, all);
    }

    EvaluationResult onHouse(JavaClasses classes) {
        return rule.apply(Rooms.HOUSE).evaluate(classes);
    }

    EvaluationResult onExamples() {
        return rule.apply(Rooms.BAD_EXAMPLES).evaluate(House.examples(examples));
    }

    @Override
    public String toString() {
        return number + ": " + rule.apply(Rooms.HOUSE).getDescription();
    }
}
