package io.fairlead.application.simulation;

import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.OwnershipMark;
import java.util.Optional;

/**
 * A planted bug: the old device is removed as soon as the new one is made, as if the two steps stood in the wrong order.
 * It remembers which place was held last, for that is the one that the move comes from.
 */
final class RemovesBeforeCommit extends PlantedHubs {
    private Optional<HubDeviceKey> source = Optional.empty();

    RemovesBeforeCommit(HubRegistry hubs) {
        super(hubs);
    }

    @Override
    public HubSnapshot setStatus(HubDeviceKey key, HubDeviceStatus status, HubVersions expected) {
        HubSnapshot changed = super.setStatus(key, status, expected);
        source = OwnershipMark.holdsAny(status) ? Optional.of(key) : source;
        return changed;
    }

    @Override
    public CreateOutcome create(HubDeviceKey key, DeviceState state, DeviceCredential credential, OwnershipMark mark) {
        CreateOutcome made = super.create(key, state, credential, mark);
        source.filter(from -> mark.holds(state.status()) && !from.equals(key))
                .flatMap(super::read)
                .filter(old -> mark.holds(old.state().status()))
                .ifPresent(old -> super.delete(old.key(), old.versions()));
        return made;
    }
}
