package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;
import java.util.List;
import java.util.Optional;

/** The hubs linked to this service, each once. */
public record LinkedHubs(List<LinkedHub> all) {
    public LinkedHubs {
        all = List.copyOf(all);
        if (all.stream().map(LinkedHub::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("a hub is linked twice");
        }
    }

    public static LinkedHubs of(LinkedHub... hubs) {
        return new LinkedHubs(List.of(hubs));
    }

    public Optional<LinkedHub> find(HubName name) {
        return all.stream().filter(hub -> hub.name().equals(name)).findFirst();
    }

    public boolean contains(HubName name) {
        return find(name).isPresent();
    }

    /**
     * The hubs that may be chosen for an entry: those it names, or all when it names none; without those that are not
     * linked or keep out of allocation (DPS "How to use allocation policies").
     */
    public List<LinkedHub> candidates(List<HubName> named) {
        return all.stream()
                .filter(LinkedHub::inAllocation)
                .filter(hub -> named.isEmpty() || named.contains(hub.name()))
                .toList();
    }
}
