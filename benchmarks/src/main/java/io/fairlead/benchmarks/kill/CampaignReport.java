package io.fairlead.benchmarks.kill;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How a campaign ended. */
record CampaignReport(CampaignOptions options, Violations violations, Hits hits, int operations, Duration time) {
    /** A campaign of this length must have met every step, and mostly have met moves. */
    private static final int WHOLE_CAMPAIGN = 200;

    private static final double DURING_MOVES = 0.75;

    List<String> broken() {
        return violations.found();
    }

    /** Nothing was broken, and a whole campaign has hit all that it was to hit. */
    boolean isGood() {
        boolean whole = options.kills() >= WHOLE_CAMPAIGN;
        return broken().isEmpty()
                && hits.duringMoves() >= options.kills() * DURING_MOVES
                && (!whole || hits.missed().isEmpty());
    }

    String text() {
        String remarks = violations.remarks().entrySet().stream()
                .map(remark -> "%6d %s%n".formatted(remark.getValue(), remark.getKey()))
                .collect(Collectors.joining());
        return """

                %s
                Work of the killed server by the step it stood before (a step may have had its effect already):

                %s%s
                %s
                %d operations judged, %d violations, %d s
                """.formatted(
                        options,
                        hits.table(),
                        hits.missed().isEmpty() ? "no step was missed" : "missed: " + hits.missed(),
                        remarks,
                        operations,
                        broken().size(),
                        time.toSeconds());
    }
}
