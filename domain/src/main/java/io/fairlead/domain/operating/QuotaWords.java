package io.fairlead.domain.operating;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What operators have said about quotas. Where they have said nothing, a server's own settings hold.
 *
 * @param said 1 to {@value #MOST}, or empty for no limit at all
 */
public record QuotaWords(Map<Quota, OptionalInt> said) {
    /** More would be no limit. */
    public static final int MOST = 1_000_000_000;

    /** Nothing was said. */
    public static final QuotaWords NONE = new QuotaWords(Map.of());

    public QuotaWords {
        if (said.values().stream().anyMatch(QuotaWords::isOutOfRange)) {
            throw new IllegalArgumentException("a quota is 1 to " + MOST);
        }
        Map<Quota, OptionalInt> inOrder = new EnumMap<>(Quota.class);
        inOrder.putAll(said);
        said = Collections.unmodifiableMap(inOrder);
    }

    private static boolean isOutOfRange(OptionalInt most) {
        return most.isPresent() && (most.getAsInt() < 1 || most.getAsInt() > MOST);
    }

    /** The quotas in force at a server whose own settings are these. */
    public Quotas over(Quotas configured) {
        return new Quotas(
                of(Quota.REGISTRATIONS_PER_MINUTE, configured.registrationsPerMinute()),
                of(Quota.OPERATIONS_PER_MINUTE, configured.operationsPerMinute()),
                of(Quota.POLLS_PER_DEVICE, configured.pollsPerDevice()),
                of(Quota.ENROLLMENTS, configured.enrollments()),
                of(Quota.ENROLLMENT_GROUPS, configured.groups()),
                of(Quota.LINKED_HUBS, configured.linkedHubs()));
    }

    private OptionalInt of(Quota quota, OptionalInt configured) {
        return said.getOrDefault(quota, configured);
    }
}
