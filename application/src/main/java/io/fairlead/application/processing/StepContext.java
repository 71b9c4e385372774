package io.fairlead.application.processing;

import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.ProvenIdentity;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.operation.StoredSnapshot;
import java.util.Optional;

/**
 * What a step needs beside the progress.
 *
 * @param mark the sign of this operation
 * @param beginning what the device begins with where it begins anew; absent when its entry is gone
 * @param proven what the device proved; absent when its entry is gone, which only steps that need none survive
 * @param taken the snapshot that this operation keeps
 * @param lastSeen what is remembered of the device; absent when its entry is gone
 */
record StepContext(
        OwnershipMark mark,
        Optional<InitialConfiguration> beginning,
        Optional<ProvenIdentity> proven,
        Optional<StoredSnapshot> taken,
        Optional<LastSeen> lastSeen) {

    /** When nothing else is known, or may be used. */
    static StepContext of(OwnershipMark mark) {
        return new StepContext(mark, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    InitialConfiguration initial() {
        return beginning.orElseThrow(() -> new IllegalStateException("the entry is gone"));
    }

    /** What the hub of this place shall accept from the device. */
    DeviceCredential credential(HubDeviceKey place) {
        return proven.map(identity -> identity.on(place.hub(), place.device()))
                .orElseThrow(() -> new IllegalStateException("the entry that held the credential is gone"));
    }

    HubSnapshot snapshot() {
        return taken.orElseThrow(() -> new IllegalStateException("no snapshot is kept of this move"))
                .snapshot();
    }
}
