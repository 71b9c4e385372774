package io.fairlead.domain.enrollment;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.identity.HubName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** What must hold of an entry beyond the soundness of each field. */
public final class EnrollmentRules {
    private EnrollmentRules() {}

    /**
     * A rule that an entry breaks.
     *
     * @param field the field's path in the entry's JSON
     * @param message what to do
     */
    public record Violation(String field, String message) {}

    /** Every broken rule; empty when the entry may be saved. */
    public static List<Violation> violations(
            EnrollmentTerms terms, LinkedHubs linked, AllocationPolicy instanceDefault) {
        List<Violation> found = new ArrayList<>();
        hubs(terms, linked, found);
        allocation(terms, instanceDefault, found);
        terms.initialTwin()
                .ifPresent(twin -> TwinLimits.IOT_HUB
                        .violations(twin.asTwin())
                        .forEach(broken -> found.add(new Violation("initialTwin", broken))));
        return found;
    }

    private static void hubs(EnrollmentTerms terms, LinkedHubs linked, List<Violation> found) {
        if (new HashSet<>(terms.iotHubs()).size() != terms.iotHubs().size()) {
            found.add(new Violation("iotHubs", "names a hub twice"));
        }
        for (HubName hub : terms.iotHubs()) {
            if (!linked.contains(hub)) {
                found.add(new Violation("iotHubs", hub + " is not a linked hub; linked are " + names(linked)));
            }
        }
    }

    private static void allocation(EnrollmentTerms terms, AllocationPolicy instanceDefault, List<Violation> found) {
        AllocationPolicy policy = terms.allocationPolicy().orElse(instanceDefault);
        if (policy == AllocationPolicy.STATIC && terms.iotHubs().size() != 1) {
            found.add(new Violation(
                    "iotHubs",
                    "allocationPolicy static needs exactly one hub, not "
                            + terms.iotHubs().size()));
        }
        if (policy == AllocationPolicy.CUSTOM && terms.customAllocation().isEmpty()) {
            found.add(new Violation(
                    "customAllocationDefinition",
                    "allocationPolicy custom needs the webhook to ask: give webhookUrl and apiVersion"));
        }
    }

    private static String names(LinkedHubs linked) {
        return linked.all().stream().map(hub -> hub.name().value()).collect(Collectors.joining(", "));
    }
}
