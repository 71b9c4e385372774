package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.device.Admission;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.identity.HubName;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

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

    private final Supplier<List<HubName>> names;
    private final Function<HubName, Admission> admissions;

    private SimulatedHubs(Supplier<List<HubName>> names, Function<HubName, Admission> admissions) {
        this.names = names;
        this.admissions = admissions;
    }

    /**
     * Hubs of these names.
     *
     * @throws IllegalArgumentException for a profile that lacks what a simulated hub cannot help doing
     */
    public SimulatedHubs(Map<HubName, HubProfile> profiles) {
        this(() -> profiles.keySet().stream().sorted().toList(), admissions(profiles)::get);
    }

    /**
     * Hubs that come and go; each can do everything.
     *
     * @param names asked at every call
     */
    public static SimulatedHubs following(Supplier<List<HubName>> names) {
        Admission full = new Admission(profileWithout());
        return new SimulatedHubs(names, name -> full);
    }

    private static Map<HubName, Admission> admissions(Map<HubName, HubProfile> profiles) {
        Map<HubName, Admission> admissions = new HashMap<>();
        profiles.forEach((name, profile) -> {
            if (!profile.features().containsAll(BY_NATURE)) {
                throw new IllegalArgumentException("simulated hub " + name + " must have at least " + BY_NATURE);
            }
            admissions.put(name, new Admission(profile));
        });
        return admissions;
    }

    /** A hub that can do everything but these, with the limits of IoT Hub. */
    public static HubProfile profileWithout(HubFeature... lacking) {
        Set<HubFeature> features = EnumSet.allOf(HubFeature.class);
        features.removeAll(Set.of(lacking));
        return new HubProfile(features, TwinLimits.IOT_HUB);
    }

    /** All hubs in the order of their names. */
    public List<HubName> names() {
        return names.get().stream().sorted().toList();
    }

    /** The hub as the provisioning service meets it: only while it is one of these. */
    Admission at(HubName name) {
        if (!names.get().contains(name)) {
            throw absent(name);
        }
        return present(name);
    }

    /** The hub as its users meet it: what it once held is there even while the provisioning service may not see it. */
    Admission present(HubName name) {
        return Optional.ofNullable(admissions.apply(name)).orElseThrow(() -> absent(name));
    }

    private HubException absent(HubName name) {
        return new HubException(
                HubException.Kind.TRANSIENT, "there is no simulated hub " + name + "; there are " + names());
    }
}
