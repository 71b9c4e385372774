package io.fairlead.application.processing;

import io.fairlead.application.deciding.Situation;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.util.Optional;

/** What a decision needs beside what is on file: the hubs as they are linked now, and the request. */
record SituationFrame(LinkedHubs linked, AllocationPolicy defaultAllocation, ReprovisioningSupport support) {

    Situation situation(
            DeviceRegistration registration, Enrollment entry, DeviceCredential credential, LastSeen lastSeen) {
        return new Situation(
                registration.id(),
                entry,
                Optional.of(registration),
                credential,
                support,
                linked,
                defaultAllocation,
                lastSeen.state().isPresent());
    }
}
