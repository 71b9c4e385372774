package io.fairlead.application.simulation;

import io.fairlead.domain.reprovisioning.HubStep;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** How often each step was struck by each blow, over all lifetimes of a run. Thread-safe. */
final class StepLedger {
    private static final int STEPS = HubStep.values().length;
    private static final int BLOWS = Blow.values().length;
    private final AtomicLongArray counts = new AtomicLongArray(STEPS * BLOWS);

    void count(HubStep step, Blow blow) {
        counts.incrementAndGet(new Cell(step, blow).index());
    }

    long of(Cell cell) {
        return counts.get(cell.index());
    }

    /** What was hit less often than this. */
    List<Cell> below(long least) {
        return Cell.ALL.stream().filter(cell -> of(cell) < least).toList();
    }

    /** One row a blow, one column a step; a dash where it cannot happen. */
    String table() {
        StringBuilder text = new StringBuilder(String.format("%-20s", "hits"));
        for (HubStep step : HubStep.values()) {
            text.append(String.format(" %10s", shortened(step)));
        }
        for (Blow blow : Blow.values()) {
            text.append(String.format("%n%-20s", blow));
            for (HubStep step : HubStep.values()) {
                text.append(String.format(" %10s", blow.canMeet(step) ? of(new Cell(step, blow)) : "-"));
            }
        }
        return text.toString();
    }

    private static String shortened(HubStep step) {
        String name = step.name();
        return name.length() <= 10 ? name : name.substring(0, 10);
    }
}
