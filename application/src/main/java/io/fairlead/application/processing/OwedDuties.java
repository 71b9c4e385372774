package io.fairlead.application.processing;

import io.fairlead.application.port.IdSource;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words what an operation owes to a hub; storing it is the journal's. */
final class OwedDuties {
    private final IdSource ids;

    OwedDuties(IdSource ids) {
        this.ids = ids;
    }

    /** The removal that is owed after a move; what is created again may not have been lost, so it gets a last look too. */
    HubDuty removal(RegistrationOperation operation, HubAssignment at) {
        ReprovisionPlan plan = plan(operation);
        HubAssignment source = plan.source().orElseThrow();
        boolean clean = plan.kind().isMove() && !plan.kind().keepsData();
        return duty(
                operation,
                clean ? HubDuty.Kind.DISCARD_SOURCE : HubDuty.Kind.REMOVE_SOURCE,
                source.key(),
                Optional.of(source.incarnation()),
                Optional.of(at));
    }

    /** A step back that is to be done later. */
    HubDuty undo(RegistrationOperation operation, HubStep step) {
        ReprovisionPlan plan = plan(operation);
        if (step == HubStep.REMOVE_TARGET) {
            boolean enabled = plan.kind().createsEnabled();
            return duty(
                    operation,
                    enabled ? HubDuty.Kind.REMOVE_ENABLED_TARGET : HubDuty.Kind.REMOVE_TARGET,
                    plan.target(),
                    Optional.empty(),
                    Optional.empty());
        }
        HubAssignment source = plan.source().orElseThrow();
        return duty(
                operation,
                HubDuty.Kind.RELEASE_SOURCE,
                source.key(),
                Optional.of(source.incarnation()),
                Optional.empty());
    }

    /** The release of a device that this operation holds although it has ended. */
    HubDuty release(RegistrationOperation ended, HubSnapshot device) {
        return duty(
                ended,
                HubDuty.Kind.RELEASE_SOURCE,
                device.key(),
                Optional.of(device.versions().incarnation()),
                Optional.empty());
    }

    /** What lies ahead of an operation that fails behind its point of no return. */
    List<HubDuty> ahead(RegistrationOperation operation) {
        HubAssignment at = operation.arrival();
        List<HubDuty> owed = new ArrayList<>();
        owed.add(
                duty(operation, HubDuty.Kind.ENABLE_TARGET, at.key(), Optional.of(at.incarnation()), Optional.empty()));
        if (plan(operation).removeSource()) {
            owed.add(removal(operation, at));
        }
        return owed;
    }

    private HubDuty duty(
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

    private static ReprovisionPlan plan(RegistrationOperation operation) {
        return operation.progress().orElseThrow().plan();
    }
}
