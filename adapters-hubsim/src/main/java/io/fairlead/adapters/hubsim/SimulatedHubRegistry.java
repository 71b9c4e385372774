package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.device.Admission;
import io.fairlead.adapters.hubsim.device.DeviceChange.Kind;
import io.fairlead.adapters.hubsim.device.Expectation;
import io.fairlead.adapters.hubsim.device.SimulatedDevice;
import io.fairlead.adapters.hubsim.fault.FaultGate;
import io.fairlead.adapters.hubsim.fault.HubCall;
import io.fairlead.adapters.hubsim.table.HubTables;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
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
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The simulated hubs as the provisioning service calls them: through the fault gate, each call one transaction. */
final class SimulatedHubRegistry implements HubRegistry {
    private final SimulatedHubs hubs;
    private final HubTables tables;
    private final FaultGate gate;
    private final Supplier<String> incarnations;

    SimulatedHubRegistry(SimulatedHubs hubs, HubTables tables, FaultGate gate, Supplier<String> incarnations) {
        this.hubs = hubs;
        this.tables = tables;
        this.gate = gate;
        this.incarnations = incarnations;
    }

    @Override
    public HubProfile probe(HubName hub) {
        return gate.pass(HubCall.PROBE, hub, () -> hubs.at(hub).profile());
    }

    @Override
    public Optional<HubSnapshot> read(HubDeviceKey key) {
        return gate.read(key, () -> {
            hubs.at(key.hub());
            return tables.find(key).map(SimulatedDevice::shown);
        });
    }

    @Override
    public CreateOutcome create(HubDeviceKey key, DeviceState state, DeviceCredential credential, OwnershipMark mark) {
        return gate.pass(
                HubCall.CREATE,
                key,
                () -> {
                    DeviceState kept = hubs.at(key.hub()).admit(state);
                    return created(newborn(key, kept, credential, Optional.of(mark)));
                },
                outcome -> Optional.of(outcome.device()));
    }

    private CreateOutcome created(SimulatedDevice wanted) {
        SimulatedDevice there = tables.create(wanted);
        if (there == wanted) {
            return new CreateOutcome.Created(there.shown());
        }
        return there.isRepeatedBy(wanted)
                ? new CreateOutcome.AlreadyOurs(there.shown())
                : new CreateOutcome.Exists(there.shown());
    }

    private SimulatedDevice newborn(
            HubDeviceKey key, DeviceState state, DeviceCredential credential, Optional<OwnershipMark> mark) {
        return new SimulatedDevice(key, state, credential, mark, SimulatedDevice.Age.newborn(incarnations.get()));
    }

    @Override
    public HubSnapshot adopt(
            HubDeviceKey key, DeviceCredential credential, DeviceCapabilities capabilities, HubVersions expected) {
        return changing(
                HubCall.ADOPT,
                Kind.CREDENTIAL,
                key,
                Expectation.IDENTITY,
                expected,
                (hub, device) -> device.withCredential(credential).withCapabilities(hub.check(capabilities)));
    }

    @Override
    public HubSnapshot setStatus(HubDeviceKey key, HubDeviceStatus status, HubVersions expected) {
        return changing(
                HubCall.SET_STATUS,
                Kind.STATUS,
                key,
                Expectation.IDENTITY,
                expected,
                (hub, device) -> device.withStatus(hub.check(status)));
    }

    @Override
    public HubSnapshot updateCredential(HubDeviceKey key, DeviceCredential credential, HubVersions expected) {
        return changing(
                HubCall.UPDATE_CREDENTIAL,
                Kind.CREDENTIAL,
                key,
                Expectation.IDENTITY,
                expected,
                (hub, device) -> device.withCredential(credential));
    }

    @Override
    public HubSnapshot replaceTwin(HubDeviceKey key, TwinDocument tags, TwinDocument desired, HubVersions expected) {
        return changing(HubCall.REPLACE_TWIN, Kind.TWIN, key, Expectation.TWIN, expected, (hub, device) -> {
            DeviceTwin twin = device.state().twin();
            return hub.check(device.withTwin(tags, desired, twin.reported().content()));
        });
    }

    @Override
    public HubSnapshot restoreReported(HubDeviceKey key, TwinDocument reported, HubVersions expected) {
        return changing(HubCall.RESTORE_REPORTED, Kind.TWIN, key, Expectation.TWIN, expected, (hub, device) -> {
            hub.require(HubFeature.TWIN_REPORTED_WRITE, false);
            DeviceTwin twin = device.state().twin();
            return hub.check(device.withTwin(twin.tags(), twin.desired().content(), reported));
        });
    }

    @Override
    public HubSnapshot resetTwin(
            HubDeviceKey key, InitialConfiguration configuration, DeviceCredential credential, HubVersions expected) {
        return changing(HubCall.RESET_TWIN, Kind.RESET, key, Expectation.IDENTITY_AND_TWIN, expected, (hub, device) -> {
            hub.check(configuration.capabilities());
            return hub.check(device.reset(configuration));
        });
    }

    @Override
    public DeleteOutcome delete(HubDeviceKey key, HubVersions expected) {
        Supplier<Removal> removal = () -> {
            hubs.at(key.hub());
            return removed(key, expected);
        };
        return gate.pass(HubCall.DELETE, key, removal, Removal::left).outcome();
    }

    private Removal removed(HubDeviceKey key, HubVersions expected) {
        Optional<HubSnapshot> there = tables.remove(key, device -> isExpected(device.versions(), expected))
                .map(SimulatedDevice::shown);
        if (there.filter(device -> device.isIncarnation(expected.incarnation())).isEmpty()) {
            return new Removal(DeleteOutcome.ABSENT, there);
        }
        return isExpected(there.get().versions(), expected)
                ? new Removal(DeleteOutcome.DELETED, Optional.empty())
                : new Removal(DeleteOutcome.CHANGED, there);
    }

    private static boolean isExpected(HubVersions there, HubVersions expected) {
        return there.incarnation().equals(expected.incarnation())
                && there.identityTag().equals(expected.identityTag());
    }

    @Override
    public Page<DeviceId> list(HubName hub, PageRequest request) {
        return gate.pass(HubCall.LIST, hub, () -> {
            hubs.at(hub);
            return tables.list(hub, request);
        });
    }

    private HubSnapshot changing(
            HubCall call, Kind kind, HubDeviceKey key, Expectation guard, HubVersions expected, Change change) {
        return gate.pass(
                call,
                key,
                () -> {
                    Admission hub = hubs.at(key.hub());
                    UnaryOperator<SimulatedDevice> guarded = device -> {
                        guard.check(device, expected);
                        return change.of(hub, device);
                    };
                    return tables.change(kind, key, guarded).shown();
                },
                Optional::of);
    }

    /** How a call changes a device, if its hub lets it. */
    @FunctionalInterface
    private interface Change {
        SimulatedDevice of(Admission hub, SimulatedDevice device);
    }

    /** What a delete did and what it left. */
    private record Removal(DeleteOutcome outcome, Optional<HubSnapshot> left) {}
}
