package io.fairlead.application.processing;

import io.fairlead.application.deciding.AllocationFrame;
import io.fairlead.application.deciding.Situation;
import io.fairlead.domain.attestation.ProvenIdentity;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.util.Optional;

/** What a decision needs beside what is on file: the hubs as they are linked now, and the operation. */
record SituationFrame(AllocationFrame hubs, RegistrationOperation operation) {
    /** The plan that is being carried out, if there is one. */
    Optional<ReprovisionPlan> plan() {
        return operation.progress().map(OperationProgress::plan);
    }

    Situation situation(DeviceRegistration registration, Enrollment entry, ProvenIdentity identity, LastSeen lastSeen) {
        return new Situation(
                registration.id(),
                entry,
                Optional.of(registration),
                identity,
                operation.request().support(),
                hubs,
                operation.request().origin(),
                operation.webhook(),
                lastSeen.state().isPresent());
    }
}
