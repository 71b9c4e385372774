package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;

/**
 * What an allocation came to, and why.
 *
 * @param grounds for the audit log: the policy, and the evidence that decided
 */
public record Allocation(HubChoice choice, String grounds) {
    static Allocation chosen(HubName hub, String grounds) {
        return new Allocation(new HubChoice.Chosen(hub), grounds);
    }

    static Allocation none(String why) {
        return new Allocation(new HubChoice.NoneEligible(why), why);
    }
}
