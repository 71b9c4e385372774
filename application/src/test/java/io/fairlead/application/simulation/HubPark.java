package io.fairlead.application.simulation;

import io.fairlead.application.fake.InMemoryHubs;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.identity.HubName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The hubs of a world: three or four that can do different things; some linked, some silent for a while. */
final class HubPark {
    private static final List<HubName> NAMES = IntStream.range(0, 4)
            .mapToObj(i -> new HubName("hub-" + i + ".test"))
            .toList();

    private final Map<HubName, HubProfile> profiles = new LinkedHashMap<>();
    private final Set<HubName> unlinked = new HashSet<>();
    private final Set<HubName> silent = new HashSet<>();
    private LinkedHubs linked;

    /**
     * Some hubs.
     *
     * @param ambush what shall happen amid a step has to have a middle there
     */
    HubPark(Chance chance, InMemoryHubs hubs, Cell ambush) {
        for (HubName name : NAMES.subList(0, chance.between(3, 4))) {
            HubProfile profile = profile(chance, ambush.blow().isMidway());
            profiles.put(name, profile);
            hubs.add(name, profile);
        }
        relink();
    }

    private static HubProfile profile(Chance chance, boolean inSteps) {
        List<HubFeature> lacking = new ArrayList<>();
        for (HubFeature feature :
                List.of(HubFeature.ATOMIC_CREATE_WITH_TWIN, HubFeature.ATOMIC_RESET, HubFeature.VERSIONS_KEPT)) {
            if (inSteps || chance.oneIn(3)) {
                lacking.add(feature);
            }
        }
        for (HubFeature feature : List.of(HubFeature.TWIN_REPORTED_WRITE, HubFeature.MODULES)) {
            if (chance.oneIn(20)) {
                lacking.add(feature);
            }
        }
        return InMemoryHubs.without(lacking.toArray(HubFeature[]::new));
    }

    List<HubName> names() {
        return List.copyOf(profiles.keySet());
    }

    boolean can(HubName hub, HubFeature feature) {
        return profiles.get(hub).can(feature);
    }

    LinkedHubs linked() {
        return linked;
    }

    boolean isLinked(HubName hub) {
        return !unlinked.contains(hub);
    }

    void unlink(HubName hub) {
        unlinked.add(hub);
        relink();
    }

    void linkAll() {
        unlinked.clear();
        relink();
    }

    boolean isSilent(HubName hub) {
        return silent.contains(hub);
    }

    void silence(HubName hub) {
        silent.add(hub);
    }

    void speak(HubName hub) {
        silent.remove(hub);
    }

    void allSpeak() {
        silent.clear();
    }

    Set<HubName> silentOnes() {
        return silent;
    }

    private void relink() {
        linked = new LinkedHubs(profiles.keySet().stream()
                .filter(this::isLinked)
                .map(hub -> new LinkedHub(hub, 1, true))
                .toList());
    }
}
