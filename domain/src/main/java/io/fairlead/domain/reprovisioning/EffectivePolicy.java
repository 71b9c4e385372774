package io.fairlead.domain.reprovisioning;

import java.util.Optional;

/** The policy that holds for one request. */
public enum EffectivePolicy {
    /** The entry says: keep the assignment. */
    NEVER,
    /** The entry says nothing and the client is from before native reprovisioning: keep the assignment. */
    STICKY,
    /** Run the allocation again; on a move the device state goes along. */
    MIGRATE,
    /** Run the allocation again; the device begins anew with its initial configuration. */
    RESET;

    /** A saved policy holds whatever the client; without one, old clients stay and new ones migrate. */
    public static EffectivePolicy of(Optional<ReprovisionPolicy> saved, ReprovisioningSupport client) {
        return saved.map(EffectivePolicy::named)
                .orElseGet(() -> client == ReprovisioningSupport.LEGACY ? STICKY : MIGRATE);
    }

    /** Whether the assignment stays whatever the allocation would say. */
    public boolean keepsAssignment() {
        return this == NEVER || this == STICKY;
    }

    private static EffectivePolicy named(ReprovisionPolicy policy) {
        if (!policy.updateHubAssignment()) {
            return NEVER;
        }
        return policy.migrateDeviceData() ? MIGRATE : RESET;
    }
}
