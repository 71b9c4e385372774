package io.fairlead.application.provisioning;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.deciding.AcceptedLoss;
import io.fairlead.application.deciding.Situation;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.RequestFacts;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.ReprovisionDecision;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.FirstAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.KeepAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Refused;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import io.fairlead.domain.tpm.StorageRootKey;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the promise that a device polls: one durable commit before any hub is touched. */
final class Promises {
    private final UnitOfWork work;
    private final IdSource ids;
    private final Clock clock;
    private final ProvisioningSettings settings;

    Promises(UnitOfWork work, IdSource ids, Clock clock, ProvisioningSettings settings) {
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** A promise that now stands on the record. */
    record Given(RegistrationOperation operation, DeviceRegistration registration) {}

    /**
     * Sets the operation on the registration record by compare-and-set, and keeps it, held by this node. What can be
     * planned without asking a hub is planned here, so a first assignment needs no write of its own for it. A refusal is
     * written as an operation that has failed already.
     *
     * @param rootKey what the device's TPM has now, if it has one
     * @return empty when another request of the same device was faster
     */
    Optional<Given> give(
            RegistrationRequest request,
            Admission admission,
            Optional<StorageRootKey> rootKey,
            Situation situation,
            ReprovisionDecision decision) {
        List<String> inputs = situation.inputs();
        Instant now = clock.instant();
        DeviceRegistration before = admission
                .registration()
                .orElseGet(() -> DeviceRegistration.unseen(
                        request.registrationId(), admission.entry().ref(), now, ids.newETag()))
                .withRootKey(rootKey);
        RegistrationOperation accepted = accepted(request, admission, situation, now);
        return decision instanceof Refused refused
                ? writeRefusal(admission, before, accepted, refused, inputs)
                : writePromise(admission, before, planned(accepted, decision, inputs));
    }

    /** The operation with this id, if it is still kept. */
    Optional<RegistrationOperation> find(OperationId id) {
        return work.read(stores -> stores.operations().find(id));
    }

    /** Whether an operator has accepted that the device's state at its present place is lost. */
    boolean isLossAccepted(Situation situation) {
        HubAssignment current = situation.facts().current().orElseThrow();
        return work.read(stores -> AcceptedLoss.covers(stores, situation.id(), current));
    }

    /** An enrolled device was turned away because its entry is disabled. */
    void refuseDisabled(RegistrationId id, EnrollmentRef entry) {
        work.write(stores -> {
            stores.audit().append(refusal(id, Optional.empty(), entry + " is disabled", List.of()));
            return null;
        });
    }

    private RegistrationOperation accepted(
            RegistrationRequest request, Admission admission, Situation situation, Instant now) {
        RequestFacts facts = new RequestFacts(
                request.registrationId(),
                admission.identity().fingerprint(),
                request.support(),
                request.payload(),
                situation.origin());
        return RegistrationOperation.accepted(
                ids.newOperationId(), situation.id(), admission.entry().ref(), facts, now);
    }

    /** Whatever hangs on a hub's answer or on a stored snapshot is left to the processor. */
    private static RegistrationOperation planned(
            RegistrationOperation operation, ReprovisionDecision decision, List<String> inputs) {
        boolean settled = decision instanceof FirstAssignment || decision instanceof KeepAssignment;
        return Optional.of(decision)
                .filter(any -> settled)
                .flatMap(ReprovisionPlan::of)
                .map(plan -> operation.with(OperationProgress.begin(plan, inputs)))
                .orElse(operation);
    }

    private Optional<Given> writePromise(
            Admission admission, DeviceRegistration before, RegistrationOperation operation) {
        DeviceRegistration running =
                before.running(operation.id(), admission.entry().ref(), clock.instant(), ids.newETag());
        return work.write(stores -> {
            if (!save(stores, admission, before, running)) {
                return Optional.empty();
            }
            stores.operations().insert(operation, settings.node(), settings.lease());
            return Optional.of(new Given(operation, running));
        });
    }

    private Optional<Given> writeRefusal(
            Admission admission,
            DeviceRegistration before,
            RegistrationOperation operation,
            Refused refused,
            List<String> inputs) {
        Instant now = clock.instant();
        RegistrationFailure failure = new RegistrationFailure(refused.kind(), refused.reason(), now);
        DeviceRegistration failed = before.running(
                        operation.id(), admission.entry().ref(), now, before.etag())
                .failed(operation.id(), failure, now, ids.newETag());
        RegistrationOperation ended = operation.failed(failure);
        return work.write(stores -> {
            if (!save(stores, admission, before, failed)) {
                return Optional.empty();
            }
            stores.operations().insert(ended, settings.node(), settings.lease());
            stores.audit()
                    .append(refusal(before.id(), Optional.of(ended.id()), refused.reason(), inputs)
                            .about(hub(before)));
            return Optional.of(new Given(ended, failed));
        });
    }

    private static boolean save(
            Stores stores, Admission admission, DeviceRegistration before, DeviceRegistration after) {
        return admission.registration().isPresent()
                ? stores.registrations().replace(after, before.etag())
                : stores.registrations().insert(after);
    }

    private static List<HubName> hub(DeviceRegistration record) {
        return record.assignment().map(at -> at.key().hub()).stream().toList();
    }

    private AuditEntry refusal(RegistrationId id, Optional<OperationId> operation, String reason, List<String> inputs) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int index = 0; index < inputs.size(); index++) {
            facts.put("input-" + (index + 1), inputs.get(index));
        }
        return new AuditEntry(
                ids.newRowId(), AuditSubject.device(id), operation, clock.instant(), "REFUSED", reason, facts);
    }
}
