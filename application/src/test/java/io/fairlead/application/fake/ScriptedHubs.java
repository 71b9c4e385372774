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
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Hubs of any registries behind one door, each call struck by a fault script before and after; they cannot be struck
 * midway, nor show the past. Throws when called inside a transaction. Thread-safe where the registries are.
 */
public final class ScriptedHubs implements HubRegistry {
    private final Map<HubName, HubRegistry> hubs;
    private final BooleanSupplier insideTransaction;
    private final HubFaultScript faults;
    private final AtomicLong calls = new AtomicLong();

    public ScriptedHubs(Map<HubName, HubRegistry> hubs, BooleanSupplier insideTransaction, HubFaultScript faults) {
        this.hubs = Map.copyOf(hubs);
        this.insideTransaction = insideTransaction;
        this.faults = faults;
    }

    @Override
    public HubProfile probe(HubName hub) {
        return call(Method.PROBE, hub, Optional.empty(), hubs -> hubs.probe(hub));
    }

    @Override
    public Optional<HubSnapshot> read(HubDeviceKey key) {
        return call(Method.READ, key, hubs -> hubs.read(key));
    }

    @Override
    public CreateOutcome create(HubDeviceKey key, DeviceState state, DeviceCredential credential, OwnershipMark mark) {
        return call(Method.CREATE, key, hubs -> hubs.create(key, state, credential, mark));
    }

    @Override
    public HubSnapshot adopt(
            HubDeviceKey key, DeviceCredential credential, DeviceCapabilities capabilities, HubVersions expected) {
        return call(Method.ADOPT, key, hubs -> hubs.adopt(key, credential, capabilities, expected));
    }

    @Override
    public HubSnapshot setStatus(HubDeviceKey key, HubDeviceStatus status, HubVersions expected) {
        return call(Method.SET_STATUS, key, hubs -> hubs.setStatus(key, status, expected));
    }

    @Override
    public HubSnapshot updateCredential(HubDeviceKey key, DeviceCredential credential, HubVersions expected) {
        return call(Method.UPDATE_CREDENTIAL, key, hubs -> hubs.updateCredential(key, credential, expected));
    }

    @Override
    public HubSnapshot replaceTwin(HubDeviceKey key, TwinDocument tags, TwinDocument desired, HubVersions expected) {
        return call(Method.REPLACE_TWIN, key, hubs -> hubs.replaceTwin(key, tags, desired, expected));
    }

    @Override
    public HubSnapshot resetTwin(
            HubDeviceKey key, InitialConfiguration configuration, DeviceCredential credential, HubVersions expected) {
        return call(Method.RESET_TWIN, key, hubs -> hubs.resetTwin(key, configuration, credential, expected));
    }

    @Override
    public HubSnapshot restoreReported(HubDeviceKey key, TwinDocument reported, HubVersions expected) {
        return call(Method.RESTORE_REPORTED, key, hubs -> hubs.restoreReported(key, reported, expected));
    }

    @Override
    public DeleteOutcome delete(HubDeviceKey key, HubVersions expected) {
        return call(Method.DELETE, key, hubs -> hubs.delete(key, expected));
    }

    @Override
    public Page<DeviceId> list(HubName hub, PageRequest request) {
        return call(Method.LIST, hub, Optional.empty(), hubs -> hubs.list(hub, request));
    }

    private <T> T call(Method method, HubDeviceKey key, Function<HubRegistry, T> effect) {
        return call(method, key.hub(), Optional.of(key), effect);
    }

    private <T> T call(Method method, HubName hub, Optional<HubDeviceKey> key, Function<HubRegistry, T> effect) {
        if (insideTransaction.getAsBoolean()) {
            throw new IllegalStateException("a hub was called inside a unit of work: " + method + " on " + hub);
        }
        HubCall call = new HubCall(calls.incrementAndGet(), method, hub, key);
        faults.at(call, Moment.BEFORE).strike(call, Moment.BEFORE);
        T result = effect.apply(registry(hub));
        faults.at(call, Moment.AFTER).strike(call, Moment.AFTER);
        return result;
    }

    private HubRegistry registry(HubName hub) {
        return Optional.ofNullable(hubs.get(hub))
                .orElseThrow(() -> new HubException(HubException.Kind.TRANSIENT, "no hub answers at " + hub));
    }
}
