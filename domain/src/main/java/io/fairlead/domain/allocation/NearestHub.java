package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The choice of {@link AllocationPolicy#GEO_LATENCY}: the best kind of evidence that knows at least one candidate
 * decides, alone; equal costs go by weighted hash. A device moves only for a gain, so that it does not flap between hubs
 * that are about as near; without any evidence it stays, or is placed by hash.
 */
final class NearestHub {
    /** As many hubs are named in the grounds. */
    private static final int NAMED = 8;

    private static final int PERCENT = 100;

    private final AllocationRequest request;
    private final List<LinkedHub> candidates;
    private final Optional<LinkedHub> current;

    NearestHub(AllocationRequest request) {
        this.request = request;
        this.candidates = request.candidates();
        this.current = request.current()
                .flatMap(hub -> candidates.stream()
                        .filter(candidate -> candidate.name().equals(hub))
                        .findFirst());
    }

    Optional<Allocation> choose() {
        return Stream.of(Evidence.values())
                .filter(this::knowsAny)
                .findFirst()
                .map(this::by)
                .or(this::unknowing);
    }

    private boolean knowsAny(Evidence evidence) {
        return candidates.stream().anyMatch(hub -> Double.isFinite(cost(evidence, hub)));
    }

    private Allocation by(Evidence evidence) {
        double least = candidates.stream()
                .mapToDouble(hub -> cost(evidence, hub))
                .min()
                .orElseThrow();
        LinkedHub best = WeightedRendezvous.highest(
                        candidates.stream()
                                .filter(hub -> cost(evidence, hub) == least)
                                .toList(),
                        request.registrationId())
                .orElseThrow();
        String grounds = "geoLatency by " + evidence.words() + " (" + costs(evidence) + ")";
        return current.filter(hub -> !hub.equals(best) && !isWorthIt(cost(evidence, hub), least))
                .map(hub -> Allocation.chosen(
                        hub.name(),
                        grounds + "; stays, " + best.name() + " is not " + request.minGainPercent() + " % nearer"))
                .orElseGet(() -> Allocation.chosen(best.name(), grounds));
    }

    /** Equal is no gain, however little is asked for. In hundredths, for a tenth of a hundred would be less than ten. */
    private boolean isWorthIt(double now, double then) {
        return then < now && then * PERCENT <= now * (PERCENT - request.minGainPercent());
    }

    private Optional<Allocation> unknowing() {
        Optional<HubName> staying = current.map(LinkedHub::name);
        return staying.map(hub -> Allocation.chosen(hub, "geoLatency without evidence: stays"))
                .or(() -> WeightedRendezvous.highest(candidates, request.registrationId())
                        .map(hub -> Allocation.chosen(hub.name(), "geoLatency without evidence: hashed")));
    }

    private double cost(Evidence evidence, LinkedHub hub) {
        return evidence.cost(request.origin(), hub);
    }

    private String costs(Evidence evidence) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(hub -> cost(evidence, hub)))
                .limit(NAMED)
                .map(hub -> hub.name() + " " + evidence.words(cost(evidence, hub)))
                .collect(Collectors.joining(", "));
    }
}
