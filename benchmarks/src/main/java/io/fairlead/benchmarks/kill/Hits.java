package io.fairlead.benchmarks.kill;

import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which steps the kills have hit: what the journal said of the dead server's unfinished work. */
final class Hits {
    private static final List<PlanKind> PLANS = List.of(
            PlanKind.MOVE_KEEPING_DATA,
            PlanKind.MOVE_RESETTING_DATA,
            PlanKind.RESET_IN_PLACE,
            PlanKind.FIRST_ASSIGNMENT);

    /** What is owed after a move; the rest of the duties is owed only after failures. */
    private static final List<HubDuty.Kind> DUTIES = List.of(HubDuty.Kind.REMOVE_SOURCE, HubDuty.Kind.DISCARD_SOURCE);

    private final Map<String, Integer> hits = new TreeMap<>();
    private int kills;
    private int duringMoves;

    /** One kill, and what the journal says of it. */
    void count(List<Observation.Unfinished> operations, List<Observation.Owed> duties) {
        kills++;
        boolean moving = operations.stream().anyMatch(Hits::isMove)
                || duties.stream().anyMatch(duty -> DUTIES.contains(HubDuty.Kind.valueOf(duty.kind())));
        duringMoves += moving ? 1 : 0;
        operations.forEach(operation ->
                hits.merge(operation.plan().map(plan -> plan + " ").orElse("") + operation.step(), 1, Integer::sum));
        duties.forEach(duty -> hits.merge("duty " + duty.kind(), 1, Integer::sum));
    }

    /** One kill in a few words. */
    static String summary(List<Observation.Unfinished> operations) {
        return operations.size() + " unfinished: "
                + operations.stream()
                        .collect(Collectors.groupingBy(
                                Observation.Unfinished::step, TreeMap::new, Collectors.counting()));
    }

    private static boolean isMove(Observation.Unfinished operation) {
        return operation.plan().map(PlanKind::valueOf).filter(PlanKind::isMove).isPresent();
    }

    /** Kills that found a move unfinished. */
    int duringMoves() {
        return duringMoves;
    }

    /** The steps that no kill has hit, in whatever plan. */
    List<String> missed() {
        EnumSet<HubStep> wanted = EnumSet.noneOf(HubStep.class);
        PLANS.forEach(plan -> wanted.addAll(plan.steps()));
        Stream<String> steps = wanted.stream().map(HubStep::name).filter(step -> sum(step) == 0);
        Stream<String> duties = DUTIES.stream().map(duty -> "duty " + duty).filter(duty -> !hits.containsKey(duty));
        return Stream.concat(steps, duties).toList();
    }

    private int sum(String step) {
        return hits.entrySet().stream()
                .filter(hit -> hit.getKey().endsWith(" " + step))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The table: a row for each step, a column for each plan. */
    String table() {
        String head = "step               "
                + PLANS.stream().map(plan -> "%21s".formatted(plan)).collect(Collectors.joining());
        String rows = Arrays.stream(HubStep.values())
                .filter(step -> PLANS.stream().anyMatch(plan -> plan.steps().contains(step)))
                .map(this::row)
                .collect(Collectors.joining());
        return "%s%n%s%s%n%d of %d kills found a move unfinished%n".formatted(head, rows, others(), duringMoves, kills);
    }

    private String row(HubStep step) {
        return "%-19s".formatted(step)
                + PLANS.stream().map(plan -> "%21s".formatted(cell(plan, step))).collect(Collectors.joining())
                + System.lineSeparator();
    }

    private String cell(PlanKind plan, HubStep step) {
        return plan.steps().contains(step) ? String.valueOf(hits.getOrDefault(plan + " " + step, 0)) : "";
    }

    /** What has no column: undecided operations, ways back, other plans, duties. */
    private String others() {
        return hits.entrySet().stream()
                .filter(hit -> isOther(hit.getKey()))
                .map(hit -> "%s: %d".formatted(hit.getKey(), hit.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static boolean isOther(String label) {
        Optional<String> plan = Optional.of(label.split(" ")[0]);
        String step = label.substring(label.indexOf(' ') + 1);
        return PLANS.stream().noneMatch(it -> plan.get().equals(it.name()))
                || Arrays.stream(HubStep.values()).noneMatch(it -> step.equals(it.name()));
    }
}
