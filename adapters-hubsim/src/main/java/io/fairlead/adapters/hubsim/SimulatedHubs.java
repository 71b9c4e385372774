package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.device.Admission;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.identity.HubName;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which hubs there are and what each lets in. */
public final class SimulatedHubs {
    /** What every simulated hub can do, as each of its acts is one transaction. */
    private static final Set<HubFeature> BY_NATURE = EnumSet.of(
            HubFeature.TWIN_REPORTED_READ,
            HubFeature.CONDITIONAL_DELETE,
            HubFeature.CONDITIONAL_TWIN,
            HubFeature.SYMMETRIC_KEYS,
            HubFeature.ATOMIC_CREATE_WITH_TWIN,
            HubFeature.ATOMIC_RESET);

    private final Map<HubName, Admission> hubs = new TreeMap<>();

    /**
     * Hubs of these names.
     *
     * @throws IllegalArgumentException for a profile that lacks what a simulated hub cannot help doing
     */
    public SimulatedHubs(Map<HubName, HubProfile> profiles) {
        profiles.forEach((name, profile) -> {
            if (!profile.features().containsAll(BY_NATURE)) {
                throw new IllegalArgumentException("simulated hub " + name + " must have at least " + BY_NATURE);
            }
            hubs.put(name, new Admission(profile));
        });
    }

    /** A hub that can do everything but these, with the limits of IoT Hub. */
    public static HubProfile profileWithout(HubFeature... lacking) {
        Set<HubFeature> features = EnumSet.allOf(HubFeature.class);
        features.removeAll(Set.of(lacking));
        return new HubProfile(features, TwinLimits.IOT_HUB);
    }

    /** All hubs in the order of their names. */
    public List<HubName> names() {
        return List.copyOf(hubs.keySet());
    }

    Admission at(HubName name) {
        return Optional.ofNullable(hubs.get(name))
                .orElseThrow(() -> new HubException(
                        HubException.Kind.TRANSIENT,
                        "there is no simulated hub " + name + "; there are " + hubs.keySet()));
    }
}
