package io.fairlead.application.provisioning;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.deciding.AllocationFrame;
import io.fairlead.application.deciding.Situation;
import io.fairlead.application.port.DeviceDossier;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.ProcessingNudge;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.enrollment.EnrollmentSelection.Entitled;
import io.fairlead.domain.enrollment.EnrollmentTerms;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.DecisionFacts;
import io.fairlead.domain.reprovisioning.EffectivePolicy;
import io.fairlead.domain.reprovisioning.HubAnswer;
import io.fairlead.domain.reprovisioning.ReprovisionDecision;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.KeepAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Refused;
import io.fairlead.domain.reprovisioning.ReprovisionPlanner;
import io.fairlead.domain.tpm.ActivationBlob;
import io.fairlead.domain.tpm.StorageRootKey;
import java.time.Clock;
import java.util.Optional;

/**
 * The device's door. A request's handling reads top to bottom in {@link #register}; everything slow is left to {@link
 * io.fairlead.application.processing}.
 */
public final class ProvisioningService implements DeviceProvisioning {
    /** A request that lost a race reads again; it can only lose to another request of the same device. */
    private static final int RACES = 5;

    private final ProvisioningSettings settings;
    private final Doorkeeper doorkeeper;
    private final LinkedHubDirectory hubs;
    private final KeepLooks looks;
    private final Promises promises;
    private final LatencyRanking ranking;
    private final OperationReports reports;
    private final TpmDesk tpms;
    private final Clock clock;
    private final ProcessingNudge nudge;
    private final ProvisioningObserver observer;

    public ProvisioningService(
            ProvisioningSettings settings,
            Doorway doorway,
            LinkedHubDirectory hubs,
            KeepLooks looks,
            ProcessingNudge nudge,
            ProvisioningObserver observer) {
        UnitOfWork work = new AnsweringUnitOfWork(doorway.work());
        this.settings = settings;
        this.doorkeeper = new Doorkeeper(settings, work, doorway, observer);
        this.hubs = hubs;
        this.looks = looks;
        this.promises = new Promises(work, doorway.ids(), doorway.clock(), settings);
        this.ranking = doorway.ranking();
        this.reports = new OperationReports(settings.retryAfter(), doorway.paces());
        this.tpms = new TpmDesk(settings.idScope(), doorway.random());
        this.clock = doorway.clock();
        this.nudge = nudge;
        this.observer = observer;
    }

    @Override
    public Optional<ActivationBlob> challenge(ChallengeRequest request) {
        return doorkeeper
                .challenged(request)
                .map(demand -> tpms.challenge(demand, request.registrationId(), request.tpm(), clock.instant()));
    }

    @Override
    public OperationReport register(RegistrationRequest request) {
        for (int race = 0; race < RACES; race++) {
            Optional<OperationReport> answer = tryRegister(request);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw Problem.of(Kind.UNAVAILABLE, "this device sends too many requests at once: try again later")
                .asException();
    }

    /** Empty when another request of the same device was faster. */
    private Optional<OperationReport> tryRegister(RegistrationRequest request) {
        // 1. Who speaks for the device, and does its proof hold?
        Admission admission = admit(request);
        Optional<StorageRootKey> rootKey = TpmDesk.rootKey(admission, request);
        // 2. One operation a device at a time: a second request is told of the first.
        Optional<OperationReport> running = admission.registration().flatMap(reports::running);
        if (running.isPresent()) {
            return running;
        }
        // 3. Nothing to change: answered from the record, nothing is written.
        Situation situation = situation(request, admission);
        ReprovisionDecision decision = decide(situation);
        if (decision instanceof KeepAssignment keep && keep.isIdle() && isClean(admission, rootKey)) {
            observer.kept(request.registrationId());
            return Optional.of(reports.recorded(admission.registration().orElseThrow()));
        }
        // 4. Keep the promise before doing the work.
        return promises.give(request, admission, rootKey, situation, decision).map(this::handOver);
    }

    @Override
    public OperationReport operation(OperationInquiry inquiry) {
        Doorkeeper.Answer answer = doorkeeper.ask(inquiry.idScope(), inquiry.registrationId(), inquiry.proof());
        DeviceRegistration registration =
                answer.dossier().registration().orElseThrow(() -> unknownOperation(inquiry.operationId()));
        if (registration
                .runningOperation()
                .filter(inquiry.operationId()::equals)
                .isPresent()) {
            return reports.running(registration).orElseThrow();
        }
        if (registration.lastOperation().filter(inquiry.operationId()::equals).isPresent()) {
            OperationReport report = reports.recorded(registration);
            registration.assignment().ifPresent(at -> looks.told(registration.id()));
            return withHubKey(report, answer.dossier());
        }
        return promises.find(inquiry.operationId())
                .filter(operation -> operation.registrationId().equals(registration.id()))
                .map(operation -> withHubKey(reports.of(operation, registration), answer.dossier()))
                .orElseThrow(() -> unknownOperation(inquiry.operationId()));
    }

    /** A device with a TPM can do nothing at its hub before it has the key. */
    private OperationReport withHubKey(OperationReport report, DeviceDossier dossier) {
        return report.status() == OperationStatus.ASSIGNED
                ? report.with(tpms.hubKey(dossier.individual(), report.registration()))
                : report;
    }

    @Override
    public DeviceRegistration registration(RegistrationInquiry inquiry) {
        return doorkeeper
                .ask(inquiry.idScope(), inquiry.registrationId(), inquiry.proof())
                .dossier()
                .registration()
                .orElseThrow(() -> Problem.of(
                                Kind.NOT_FOUND, "the device has not registered yet: send a register request first")
                        .asException());
    }

    private Admission admit(RegistrationRequest request) {
        Doorkeeper.Answer answer = doorkeeper.ask(request.idScope(), request.registrationId(), request.proof());
        return answer.outcome()
                .match(
                        entitled -> admission(answer, entitled),
                        disabled -> {
                            promises.refuseDisabled(
                                    request.registrationId(), disabled.entry().ref());
                            throw Problem.of(
                                            Kind.ENROLLMENT_DISABLED,
                                            disabled.entry().ref() + " is disabled")
                                    .asException();
                        },
                        no -> {
                            throw new IllegalStateException("the doorkeeper lets nobody in unproven");
                        });
    }

    private static Admission admission(Doorkeeper.Answer answer, Entitled entitled) {
        return new Admission(
                entitled.entry(), entitled.identity(), answer.dossier().registration());
    }

    private Situation situation(RegistrationRequest request, Admission admission) {
        LinkedHubs linked = hubs.linkedHubs();
        RequestOrigin origin = request.address()
                .filter(any -> goesByPlace(request, admission))
                .map(ranking::of)
                .map(request.said()::with)
                .orElse(request.said())
                .amongst(linked);
        return new Situation(
                admission.registration().map(DeviceRegistration::id).orElse(request.registrationId()),
                admission.entry(),
                admission.registration(),
                admission.identity(),
                request.support(),
                new AllocationFrame(linked, hubs.defaultAllocation(), settings.minGainPercent()),
                origin,
                Optional.empty(),
                false);
    }

    /** Only then is it worth finding out what the address tells. */
    private boolean goesByPlace(RegistrationRequest request, Admission admission) {
        EnrollmentTerms terms = admission.entry().terms();
        boolean stays =
                admission.registration().flatMap(DeviceRegistration::assignment).isPresent()
                        && EffectivePolicy.of(terms.reprovisionPolicy(), request.support())
                                .keepsAssignment();
        return !stays && terms.allocationPolicy().orElse(hubs.defaultAllocation()) == AllocationPolicy.GEO_LATENCY;
    }

    /** An idle keep may look whether the device is still there; only then can it turn into something else. */
    private ReprovisionDecision decide(Situation situation) {
        DecisionFacts facts = situation.facts();
        ReprovisionDecision decision = ReprovisionPlanner.decide(facts);
        if (decision instanceof KeepAssignment keep && keep.isIdle()) {
            HubAssignment current = keep.current();
            HubAnswer seen = looks.look(situation.id(), current, situation.credentialAt(current.key()));
            return ReprovisionPlanner.decide(facts.withCurrentSays(seen));
        }
        if (decision instanceof Refused refused && refused.waitsForLoss() && promises.isLossAccepted(situation)) {
            return ReprovisionPlanner.decide(facts.withLossAccepted());
        }
        return decision;
    }

    /**
     * After a failure something may still be owed to the hub, another entry has to be recorded, and what a webhook once
     * returned must not be handed out for ever: no idle keep then. Neither when a TPM was cleared, so that the record has to
     * follow.
     */
    private static boolean isClean(Admission admission, Optional<StorageRootKey> rootKey) {
        return admission
                .registration()
                .filter(record -> record.lastFailure().isEmpty())
                .filter(record -> record.entry().equals(admission.entry().ref()))
                .filter(record -> record.lastOperation().isPresent())
                .filter(record -> record.payload().isEmpty())
                .filter(record -> record.rootKey().equals(rootKey))
                .isPresent();
    }

    private OperationReport handOver(Promises.Given given) {
        if (given.operation().status() == OperationStatus.RUNNING) {
            observer.accepted(given.registration().id(), given.operation().id());
            nudge.accepted(given.operation());
        } else {
            given.operation()
                    .failure()
                    .ifPresent(failure -> observer.failed(
                            given.registration().id(), given.operation().id(), failure));
        }
        return reports.of(given.operation(), given.registration());
    }

    private static RuntimeException unknownOperation(OperationId id) {
        return Problem.of(Kind.NOT_FOUND, "operation '" + id + "' is not one of this device: register again")
                .asException();
    }
}
