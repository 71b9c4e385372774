package io.fairlead.application.simulation;

import io.fairlead.domain.reprovisioning.HubStep;
import java.util.List;
import java.util.stream.Stream;

/** One thing that can go wrong in one step. */
record Cell(HubStep step, Blow blow) {
    /** All that can happen. */
    static final List<Cell> ALL = Stream.of(HubStep.values())
            .flatMap(step ->
                    Stream.of(Blow.values()).filter(blow -> blow.canMeet(step)).map(blow -> new Cell(step, blow)))
            .toList();

    int index() {
        return step.ordinal() * Blow.values().length + blow.ordinal();
    }
}
