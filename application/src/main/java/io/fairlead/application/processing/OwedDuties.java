package io.fairlead.application.processing;

import io.fairlead.application.port.IdSource;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.util.Optional;

/** Words what an operation owes to a hub; storing it is the journal's. */
final class OwedDuties {
    private final IdSource ids;

    OwedDuties(IdSource ids) {
        this.ids = ids;
    }

    /** A duty of this operation, not stored yet. */
    HubDuty duty(
            RegistrationOperation operation,
            HubDuty.Kind kind,
            HubDeviceKey place,
            Optional<String> incarnation,
            Optional<HubAssignment> movedTo) {
        return new HubDuty(
                ids.newRowId(),
                operation.registrationId(),
                place,
                kind,
                incarnation,
                operation.id(),
                operation.progress().flatMap(OperationProgress::former).orElse(HubDeviceStatus.ENABLED),
                movedTo,
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The removal that is owed after a move. */
    HubDuty removal(RegistrationOperation operation, HubAssignment at) {
        ReprovisionPlan plan = operation.progress().orElseThrow().plan();
        HubAssignment source = plan.source().orElseThrow();
        return duty(
                operation,
                plan.kind().keepsData() ? HubDuty.Kind.REMOVE_SOURCE : HubDuty.Kind.DISCARD_SOURCE,
                source.key(),
                Optional.of(source.incarnation()),
                Optional.of(at));
    }
}
