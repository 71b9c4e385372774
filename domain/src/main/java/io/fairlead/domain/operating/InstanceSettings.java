package io.fairlead.domain.operating;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.enrollment.EntryStamp;

/**
 * What holds for the whole service and can be changed while it runs.
 *
 * @param defaultAllocation for entries that name no policy; never {@link AllocationPolicy#CUSTOM}, which needs an
 *     entry's webhook
 * @param quotas what operators have said about them
 */
public record InstanceSettings(AllocationPolicy defaultAllocation, QuotaWords quotas, EntryStamp stamp)
        implements OperatorRecord {
    /** There is one of them. */
    public static final String KEY = "instance";

    public InstanceSettings {
        if (defaultAllocation == AllocationPolicy.CUSTOM) {
            throw new IllegalArgumentException("custom cannot be the default: it needs the webhook of an entry");
        }
    }

    /** What holds until an operator says otherwise. */
    public static InstanceSettings initial(EntryStamp stamp) {
        return new InstanceSettings(AllocationPolicy.HASHED, QuotaWords.NONE, stamp);
    }

    /** The same settings at another version. */
    public InstanceSettings stamped(EntryStamp next) {
        return new InstanceSettings(defaultAllocation, quotas, next);
    }

    @Override
    public String key() {
        return KEY;
    }
}
