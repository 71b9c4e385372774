package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.QuotaWords;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The small bodies of the operator API. */
public final class InstanceBody {
    private InstanceBody() {}

    /** What changes in the instance settings: members that are absent stay as they are. */
    public static UnaryOperator<InstanceSettings> settings(byte[] body) {
        return RequestBody.read(body, InstanceBody::change);
    }

    private static UnaryOperator<InstanceSettings> change(JsonMembers members) {
        KnownMembers.check(members, Set.of("idScope", "allocationPolicy", "quotas", "quotasInForce"));
        AllocationPolicy policy = Fields.constant(members, "allocationPolicy", AllocationPolicy.class)
                .orElse(null);
        if (policy == AllocationPolicy.CUSTOM) {
            throw members.refuse("allocationPolicy", "cannot be custom: that needs the webhook of an entry");
        }
        UnaryOperator<QuotaWords> quotas =
                members.object("quotas").map(QuotaMembers::change).orElse(UnaryOperator.identity());
        return before -> new InstanceSettings(
                policy == null ? before.defaultAllocation() : policy, quotas.apply(before.quotas()), before.stamp());
    }

    /** The fault script: {@code {"script":"…"}}. */
    public static String script(byte[] body) {
        return RequestBody.read(body, members -> {
            KnownMembers.check(members, Set.of("script"));
            return members.text("script")
                    .orElseThrow(() -> members.refuse("script", "is missing; an empty text ends all faults"));
        });
    }

    /** Which version of a device an operator keeps: {@code {"keep":"left"}} or {@code {"keep":"arrived"}}. */
    public static boolean keepsLeft(byte[] body) {
        return RequestBody.read(body, members -> {
            KnownMembers.check(members, Set.of("keep"));
            return members.text("keep")
                    .filter(word -> word.equals("left") || word.equals("arrived"))
                    .orElseThrow(() -> members.refuse("keep", "must be left or arrived"))
                    .equals("left");
        });
    }

    /** Why a loss is accepted: {@code {"reason":"…"}}. */
    public static String reason(byte[] body) {
        return RequestBody.read(body, members -> {
            KnownMembers.check(members, Set.of("reason"));
            return members.text("reason").orElseThrow(() -> members.refuse("reason", "is missing; say why"));
        });
    }
}
