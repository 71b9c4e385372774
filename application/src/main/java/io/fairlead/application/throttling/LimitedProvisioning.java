package io.fairlead.application.throttling;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.provisioning.ChallengeRequest;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.tpm.ActivationBlob;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The device's door behind its limits. A status lookup counts as a registration (DPS "Quotas and limits"). */
public final class LimitedProvisioning implements DeviceProvisioning {
    /** Refusals of callers that did not prove to be a device of this service, and of those whom we could not ask. */
    private static final Set<Problem.Kind> UNPROVEN =
            Set.of(Problem.Kind.UNAUTHENTICATED, Problem.Kind.NOT_ENROLLED, Problem.Kind.UNAVAILABLE);

    private final IdScope scope;
    private final DeviceProvisioning door;
    private final RateLimit registrations;
    private final PollLimit polls;

    /** @param scope of this service: who names another has proved nothing */
    public LimitedProvisioning(IdScope scope, DeviceProvisioning door, RateLimit registrations, PollLimit polls) {
        this.scope = scope;
        this.door = door;
        this.registrations = registrations;
        this.polls = polls;
    }

    /** Half of a registration, which will be counted: it waits for room, and takes none. */
    @Override
    public Optional<ActivationBlob> challenge(ChallengeRequest request) {
        registrations.demandRoom();
        return door.challenge(request);
    }

    @Override
    public void demandRoom() {
        registrations.demandRoom();
    }

    @Override
    public OperationReport register(RegistrationRequest request) {
        return counted(request.idScope(), () -> door.register(request));
    }

    @Override
    public DeviceRegistration registration(RegistrationInquiry inquiry) {
        return counted(inquiry.idScope(), () -> door.registration(inquiry));
    }

    @Override
    public OperationReport operation(OperationInquiry inquiry) {
        polls.demandRoom(inquiry.registrationId(), inquiry.proof());
        OperationReport report = operationOf(inquiry);
        polls.count(inquiry.registrationId(), inquiry.proof());
        return report;
    }

    /** A device that asks for operations which it does not have asks all the same. */
    private OperationReport operationOf(OperationInquiry inquiry) {
        try {
            return door.operation(inquiry);
        } catch (ProvisioningException e) {
            if (isProven(e, inquiry.idScope())) polls.count(inquiry.registrationId(), inquiry.proof());
            throw e;
        }
    }

    private <T> T counted(String idScope, Supplier<T> request) {
        registrations.take();
        try {
            return request.get();
        } catch (ProvisioningException e) {
            if (!isProven(e, idScope)) registrations.giveBack();
            throw e;
        }
    }

    /** Of a device of this service that has proved itself something may be absent; otherwise only the scope is. */
    private boolean isProven(ProvisioningException refusal, String idScope) {
        return !UNPROVEN.contains(refusal.problem().kind()) && scope.isNamedBy(idScope);
    }
}
