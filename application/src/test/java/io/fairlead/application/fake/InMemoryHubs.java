package io.fairlead.application.fake;

import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Hubs in memory, each with a profile of its own. They log every effective change in one order, fail where a script says
 * so, and throw when they are called inside a transaction. Thread-safe.
 */
public final class InMemoryHubs implements HubRegistry {
    /** A hub that can do everything. */
    public static final HubProfile FULL = without();

    private final Map<HubName, InMemoryHub> hubs = new ConcurrentHashMap<>();
    private final HubChangeLog log = new HubChangeLog();
    private final AtomicLong calls = new AtomicLong();
    private final BooleanSupplier insideTransaction;
    private volatile HubFaultScript faults = HubFaultScript.NONE;

    /** Hubs that nobody calls inside a transaction, or that nobody minds. */
    public InMemoryHubs(HubName... names) {
        this(() -> false);
        for (HubName name : names) {
            add(name, FULL);
        }
    }

    /**
     * No hubs yet.
     *
     * @param insideTransaction whether the calling thread is inside a unit of work, where no hub may be called
     */
    public InMemoryHubs(BooleanSupplier insideTransaction) {
        this.insideTransaction = insideTransaction;
    }

    /** The profile of a hub that can do everything else, with the limits of IoT Hub. */
    public static HubProfile without(HubFeature... lacking) {
        Set<HubFeature> features = EnumSet.allOf(HubFeature.class);
        features.removeAll(Set.of(lacking));
        return new HubProfile(features, TwinLimits.IOT_HUB);
    }

    public InMemoryHubs add(HubName name, HubProfile profile) {
        hubs.put(name, new InMemoryHub(profile, log));
        return this;
    }

    public void script(HubFaultScript script) {
        faults = script;
    }

    public HubChangeLog log() {
        return log;
    }

    /** The devices, back ends and operators of these hubs. */
    public InMemoryHubUsers users() {
        return new InMemoryHubUsers(this);
    }

    /** How many calls of the port were begun. */
    public long calls() {
        return calls.get();
    }

    InMemoryHub hub(HubName name) {
        return Optional.ofNullable(hubs.get(name))
                .orElseThrow(() -> new HubException(HubException.Kind.TRANSIENT, "no hub answers at " + name));
    }

    @Override
    public HubProfile probe(HubName hub) {
        return call(Method.PROBE, hub, Optional.empty(), (held, call) -> held.profile());
    }

    @Override
    public Optional<HubSnapshot> read(HubDeviceKey key) {
        HubCall call = begin(Method.READ, key.hub(), Optional.of(key));
        HubFault fault = strike(call, Moment.BEFORE);
        InMemoryHub hub = hub(key.hub());
        Optional<HubSnapshot> found = (fault == HubFault.STALE ? hub.findStale(key) : hub.find(key)).map(hub::shown);
        strike(call, Moment.AFTER);
        return found;
    }

    @Override
    public CreateOutcome create(HubDeviceKey key, DeviceState state, DeviceCredential credential, OwnershipMark mark) {
        return call(Method.CREATE, key, (hub, call) -> hub.create(key, state, credential, mark, midwayOf(call)));
    }

    @Override
    public HubSnapshot adopt(
            HubDeviceKey key, DeviceCredential credential, DeviceCapabilities capabilities, HubVersions expected) {
        return call(Method.ADOPT, key, (hub, call) -> {
            hub.admission().check(capabilities);
            return hub.changeIdentity(
                    HubChange.Kind.CREDENTIAL,
                    key,
                    expected,
                    device -> device.withCredential(credential).withCapabilities(capabilities));
        });
    }

    @Override
    public HubSnapshot setStatus(HubDeviceKey key, HubDeviceStatus status, HubVersions expected) {
        return call(Method.SET_STATUS, key, (hub, call) -> {
            hub.admission().check(status);
            return hub.changeIdentity(HubChange.Kind.STATUS, key, expected, device -> device.withStatus(status));
        });
    }

    @Override
    public HubSnapshot updateCredential(HubDeviceKey key, DeviceCredential credential, HubVersions expected) {
        return call(
                Method.UPDATE_CREDENTIAL,
                key,
                (hub, call) -> hub.changeIdentity(
                        HubChange.Kind.CREDENTIAL, key, expected, device -> device.withCredential(credential)));
    }

    @Override
    public HubSnapshot replaceTwin(HubDeviceKey key, TwinDocument tags, TwinDocument desired, HubVersions expected) {
        return call(
                Method.REPLACE_TWIN,
                key,
                (hub, call) -> hub.changeTwin(
                        key,
                        expected,
                        twin -> new DeviceTwin(
                                tags.withoutNulls(),
                                twin.desired().becoming(desired.withoutNulls()),
                                twin.reported())));
    }

    @Override
    public HubSnapshot resetTwin(
            HubDeviceKey key, InitialConfiguration configuration, DeviceCredential credential, HubVersions expected) {
        return call(
                Method.RESET_TWIN,
                key,
                (hub, call) -> hub.reset(key, configuration, credential, expected, midwayOf(call)));
    }

    @Override
    public HubSnapshot restoreReported(HubDeviceKey key, TwinDocument reported, HubVersions expected) {
        return call(Method.RESTORE_REPORTED, key, (hub, call) -> {
            hub.admission().require(false, HubFeature.TWIN_REPORTED_WRITE);
            return hub.changeTwin(
                    key,
                    expected,
                    twin -> new DeviceTwin(
                            twin.tags(), twin.desired(), twin.reported().becoming(reported.withoutNulls())));
        });
    }

    @Override
    public DeleteOutcome delete(HubDeviceKey key, HubVersions expected) {
        return call(Method.DELETE, key, (hub, call) -> hub.delete(key, expected));
    }

    @Override
    public Page<DeviceId> list(HubName hub, PageRequest request) {
        return call(Method.LIST, hub, Optional.empty(), (held, call) -> held.list(request));
    }

    private <T> T call(Method method, HubDeviceKey key, Effect<T> effect) {
        return call(method, key.hub(), Optional.of(key), effect);
    }

    private <T> T call(Method method, HubName name, Optional<HubDeviceKey> device, Effect<T> effect) {
        HubCall call = begin(method, name, device);
        strike(call, Moment.BEFORE);
        T result = effect.on(hub(name), call);
        strike(call, Moment.AFTER);
        return result;
    }

    private HubCall begin(Method method, HubName name, Optional<HubDeviceKey> device) {
        if (insideTransaction.getAsBoolean()) {
            throw new IllegalStateException("a hub was called inside a unit of work: " + method + " on " + name);
        }
        return new HubCall(calls.incrementAndGet(), method, name, device);
    }

    private HubFault strike(HubCall call, Moment moment) {
        HubFault fault = faults.at(call, moment);
        fault.strike(call, moment);
        return fault;
    }

    private Runnable midwayOf(HubCall call) {
        return () -> strike(call, Moment.MIDWAY);
    }

    /** What a call does on its hub. */
    @FunctionalInterface
    private interface Effect<T> {
        T on(InMemoryHub hub, HubCall call);
    }
}
