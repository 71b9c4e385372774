package io.fairlead.domain.device;

import java.util.Set;

/** What a hub can do and how much it can hold. */
public record HubProfile(Set<HubFeature> features, TwinLimits limits) {
    public HubProfile {
        features = Set.copyOf(features);
    }

    public boolean can(HubFeature feature) {
        return features.contains(feature);
    }
}
