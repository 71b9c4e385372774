package io.fairlead.application.simulation;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
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
import java.util.Optional;

/** Stands between the service and its hubs and passes everything on; a planted bug changes one thing. */
abstract class PlantedHubs implements HubRegistry {
    private final HubRegistry hubs;

    PlantedHubs(HubRegistry hubs) {
        this.hubs = hubs;
    }

    @Override
    public HubProfile probe(HubName hub) {
        return hubs.probe(hub);
    }

    @Override
    public Optional<HubSnapshot> read(HubDeviceKey key) {
        return hubs.read(key);
    }

    @Override
    public CreateOutcome create(HubDeviceKey key, DeviceState state, DeviceCredential credential, OwnershipMark mark) {
        return hubs.create(key, state, credential, mark);
    }

    @Override
    public HubSnapshot adopt(
            HubDeviceKey key, DeviceCredential credential, DeviceCapabilities capabilities, HubVersions expected) {
        return hubs.adopt(key, credential, capabilities, expected);
    }

    @Override
    public HubSnapshot setStatus(HubDeviceKey key, HubDeviceStatus status, HubVersions expected) {
        return hubs.setStatus(key, status, expected);
    }

    @Override
    public HubSnapshot updateCredential(HubDeviceKey key, DeviceCredential credential, HubVersions expected) {
        return hubs.updateCredential(key, credential, expected);
    }

    @Override
    public HubSnapshot replaceTwin(HubDeviceKey key, TwinDocument tags, TwinDocument desired, HubVersions expected) {
        return hubs.replaceTwin(key, tags, desired, expected);
    }

    @Override
    public HubSnapshot resetTwin(
            HubDeviceKey key, InitialConfiguration configuration, DeviceCredential credential, HubVersions expected) {
        return hubs.resetTwin(key, configuration, credential, expected);
    }

    @Override
    public HubSnapshot restoreReported(HubDeviceKey key, TwinDocument reported, HubVersions expected) {
        return hubs.restoreReported(key, reported, expected);
    }

    @Override
    public DeleteOutcome delete(HubDeviceKey key, HubVersions expected) {
        return hubs.delete(key, expected);
    }

    @Override
    public Page<DeviceId> list(HubName hub, PageRequest request) {
        return hubs.list(hub, request);
    }
}
