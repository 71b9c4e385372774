package io.fairlead.adapters.hubsim.fault;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** The rules in force, with what is left of their counts on this node. Thread-safe. */
public final class FaultScript {
    public static final FaultScript NONE = new FaultScript(List.of());

    private final List<Armed> rules;

    private FaultScript(List<Armed> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * The script of these lines; empty ones and those that begin with {@code #} are passed over.
     *
     * @throws IllegalArgumentException naming the first line that is no rule, and why
     */
    public static FaultScript parse(List<String> lines) {
        List<Armed> rules = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                rules.add(new Armed(rule(number, line)));
            }
        }
        return new FaultScript(rules);
    }

    /** How many rules there are, spent or not. */
    public int size() {
        return rules.size();
    }

    /** Whether any rule shows the past, so that the past has to be remembered. */
    boolean showsThePast() {
        return rules.stream().anyMatch(armed -> armed.rule.kind() == FaultKind.STALE);
    }

    /** The rules that strike this call, in order: any number that slow it down, then at most one other. */
    List<FaultRule> strike(HubName hub, HubCall call, Optional<DeviceId> device, RandomGenerator random) {
        List<FaultRule> struck = new ArrayList<>();
        for (Armed armed : rules) {
            if (armed.rule.concerns(hub, call, device) && armed.fires(random)) {
                struck.add(armed.rule);
                if (armed.rule.kind() != FaultKind.SLOW) {
                    break;
                }
            }
        }
        return struck;
    }

    private static FaultRule rule(int number, String line) {
        try {
            return FaultRuleText.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    /** A rule and how often it may still strike. */
    private static final class Armed {
        private final FaultRule rule;
        private final AtomicLong left;

        Armed(FaultRule rule) {
            this.rule = rule;
            this.left = new AtomicLong(rule.count().orElse(Long.MAX_VALUE));
        }

        boolean fires(RandomGenerator random) {
            boolean chance = rule.probability() >= 1 || random.nextDouble() < rule.probability();
            return chance && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }
}
