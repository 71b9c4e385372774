package io.fairlead.application.throttling;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.Set;
import java.util.function.Supplier;

/** The device's door behind its limits. A status lookup counts as a registration (DPS "Quotas and limits"). */
public final class LimitedProvisioning implements DeviceProvisioning {
    /** Refusals of callers that did not prove to be a device of this service, and of those whom we could not ask. */
    private static final Set<Problem.Kind> UNPROVEN = Set.of(
            Problem.Kind.UNAUTHENTICATED, Problem.Kind.NOT_ENROLLED, Problem.Kind.NOT_FOUND, Problem.Kind.UNAVAILABLE);

    private final DeviceProvisioning door;
    private final RateLimit registrations;
    private final PollLimit polls;

    public LimitedProvisioning(DeviceProvisioning door, RateLimit registrations, PollLimit polls) {
        this.door = door;
        this.registrations = registrations;
        this.polls = polls;
    }

    @Override
    public OperationReport register(RegistrationRequest request) {
        return counted(() -> door.register(request));
    }

    @Override
    public DeviceRegistration registration(RegistrationInquiry inquiry) {
        return counted(() -> door.registration(inquiry));
    }

    @Override
    public OperationReport operation(OperationInquiry inquiry) {
        polls.demandRoom(inquiry.registrationId(), inquiry.proof());
        OperationReport report = door.operation(inquiry);
        polls.count(inquiry.registrationId(), inquiry.proof());
        return report;
    }

    private <T> T counted(Supplier<T> request) {
        registrations.take();
        try {
            return request.get();
        } catch (ProvisioningException e) {
            if (UNPROVEN.contains(e.problem().kind())) registrations.giveBack();
            throw e;
        }
    }
}
