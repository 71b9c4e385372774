package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.text.WireTime;
import io.fairlead.domain.enrollment.EntryStamp;
import java.util.Map;
import java.util.Set;

/** What all records of the operator API have in common: their stamp, and that a slip of the pen is not passed over. */
final class KnownMembers {
    private static final Set<String> STAMP = Set.of("etag", "createdDateTimeUtc", "lastUpdatedDateTimeUtc");

    private KnownMembers() {}

    /**
     * Refuses members that mean nothing.
     *
     * @param known those that mean something, or are shown and may be sent back
     */
    static void check(JsonMembers members, Set<String> known) {
        refuseUnknown(members, known, STAMP);
    }

    /** As {@link #check}, for an object inside a record, which has no stamp. */
    static void checkAll(JsonMembers members, Set<String> known) {
        refuseUnknown(members, known, Set.of());
    }

    private static void refuseUnknown(JsonMembers members, Set<String> known, Set<String> passed) {
        members.members().keySet().stream()
                .filter(name -> !known.contains(name) && !passed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw members.refuse(
                            name,
                            "is unknown here; known are "
                                    + known.stream().sorted().toList());
                });
    }

    static void stamp(Map<String, Object> tree, EntryStamp stamp) {
        tree.put("etag", stamp.etag().value());
        tree.put("createdDateTimeUtc", WireTime.text(stamp.createdAt()));
        tree.put("lastUpdatedDateTimeUtc", WireTime.text(stamp.lastUpdatedAt()));
    }
}
