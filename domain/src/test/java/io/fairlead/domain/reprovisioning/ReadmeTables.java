package io.fairlead.domain.reprovisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of this package as the module's README prints them. */
final class ReadmeTables {
    private ReadmeTables() {}

    static String decisions() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("device is at", "policy", "allocation says", "H says", "and", "decision", "target rule"));
        DecisionTable.ROWS.forEach(row -> rows.add(row.cells()));
        return table(rows);
    }

    static String targets() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("the target holds", "first", "move", "in place"));
        for (TargetAnswer answer : TargetAnswer.values()) {
            rows.add(Stream.concat(
                            Stream.of(words(answer)),
                            Stream.of(TargetRule.FIRST, TargetRule.MOVE, TargetRule.IN_PLACE)
                                    .map(rule -> rule.effect(answer).text))
                    .toList());
        }
        return table(rows);
    }

    static String plans() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("plan", "steps", "substatus after"));
        for (PlanKind kind : PlanKind.values()) {
            String steps = kind.steps().stream().map(ReadmeTables::words).collect(Collectors.joining(" → "));
            String substatus = kind.substatusAfter(null) == null ? "as recorded" : words(kind.substatusAfter(null));
            rows.add(List.of(words(kind), steps, substatus));
        }
        return table(rows);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String table(List<List<String>> rows) {
        List<String> lines =
                new ArrayList<>(rows.stream().map(ReadmeTables::line).toList());
        lines.add(1, line(rows.get(0).stream().map(cell -> "---").toList()));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
