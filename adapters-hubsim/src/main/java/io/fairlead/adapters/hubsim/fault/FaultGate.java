package io.fairlead.adapters.hubsim.fault;

import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Where every call of the provisioning service passes on its way to a simulated hub and back, or does not. */
public final class FaultGate {
    private final Supplier<FaultScript> scripts;
    private final RandomGenerator random;
    private final Consumer<Duration> pause;
    private final RecentViews views = new RecentViews();

    /**
     * A gate that asks at every call for the script in force.
     *
     * @param pause lets the calling thread wait, for hubs that are slow
     */
    public FaultGate(Supplier<FaultScript> scripts, RandomGenerator random, Consumer<Duration> pause) {
        this.scripts = scripts;
        this.random = random;
        this.pause = pause;
    }

    /** A call that concerns a whole hub. */
    public <T> T pass(HubCall call, HubName hub, Supplier<T> effect) {
        return pass(scripts.get(), call, hub, Optional.empty(), effect);
    }

    /**
     * A call that may change a device.
     *
     * @param after what its outcome tells of the device
     */
    public <T> T pass(HubCall call, HubDeviceKey key, Supplier<T> effect, Function<T, Optional<HubSnapshot>> after) {
        FaultScript script = scripts.get();
        return pass(script, call, key.hub(), Optional.of(key.device()), () -> {
            T outcome = effect.get();
            if (script.showsThePast()) {
                views.saw(key, after.apply(outcome));
            }
            return outcome;
        });
    }

    /** A read, which may show the past. */
    public Optional<HubSnapshot> read(HubDeviceKey key, Supplier<Optional<HubSnapshot>> effect) {
        FaultScript script = scripts.get();
        List<FaultRule> struck = script.strike(key.hub(), HubCall.READ, Optional.of(key.device()), random);
        return run(struck, HubCall.READ, key.hub(), () -> seen(script, struck, key, effect.get()));
    }

    private Optional<HubSnapshot> seen(
            FaultScript script, List<FaultRule> struck, HubDeviceKey key, Optional<HubSnapshot> now) {
        if (struck.stream().anyMatch(rule -> rule.kind() == FaultKind.STALE)) {
            return views.before(key, now);
        }
        if (script.showsThePast()) {
            views.saw(key, now);
        }
        return now;
    }

    private <T> T pass(FaultScript script, HubCall call, HubName hub, Optional<DeviceId> device, Supplier<T> effect) {
        return run(script.strike(hub, call, device, random), call, hub, effect);
    }

    private <T> T run(List<FaultRule> struck, HubCall call, HubName hub, Supplier<T> effect) {
        struck.stream()
                .filter(rule -> rule.kind() == FaultKind.SLOW)
                .forEach(rule -> rule.time().ifPresent(pause));
        Optional<FaultRule> failing = struck.stream()
                .filter(rule -> rule.kind().failure().isPresent())
                .findFirst();
        boolean applied = failing.isEmpty() || failing.get().kind() == FaultKind.APPLIED_BUT_TIMED_OUT;
        T outcome = applied ? effect.get() : null;
        failing.ifPresent(rule -> {
            throw failure(rule, call, hub);
        });
        return outcome;
    }

    private static HubException failure(FaultRule rule, HubCall call, HubName hub) {
        FaultKind kind = rule.kind();
        String message = kind.message() + " (fault script: " + kind.word() + ", " + call.word() + " on " + hub + ")";
        return new HubException(kind.failure().orElseThrow(), message, rule.time(), null);
    }
}
