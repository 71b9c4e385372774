package io.fairlead.adapters.rest.server;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.provisioning.ChallengeRequest;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.tpm.ActivationBlob;
import java.time.Duration;
import java.util.Optional;

/** A door for devices that answers as it is told and remembers what it was asked. */
public final class RememberingDevices implements DeviceProvisioning {
    public static final OperationId OPERATION =
            new OperationId("4.316aac5bdc130deb.0c7b6c5e-0d0a-4f5c-9a39-5c5a8a1f2b3c");

    public volatile RegistrationRequest registered;
    public volatile OperationInquiry polled;
    public volatile RegistrationInquiry lookedUp;
    private volatile OperationReport report;
    private volatile boolean full;
    private volatile Optional<RuntimeException> failure = Optional.empty();

    public void answer(OperationStatus status, DeviceRegistration registration, Optional<RegistrationFailure> error) {
        report = new OperationReport(OPERATION, status, registration, error, Duration.ofSeconds(3));
        failure = Optional.empty();
    }

    public void refuse(Problem.Kind kind, String detail) {
        failure = Optional.of(Problem.of(kind, detail).asException());
    }

    public void fail(RuntimeException accident) {
        failure = Optional.of(accident);
    }

    /** No room from now on. */
    public void throttle() {
        full = true;
    }

    @Override
    public void demandRoom() {
        if (full) {
            throw Problem.of(Problem.Kind.THROTTLED, "too many").asException();
        }
    }

    @Override
    public Optional<ActivationBlob> challenge(ChallengeRequest request) {
        return Optional.empty();
    }

    @Override
    public OperationReport register(RegistrationRequest request) {
        registered = request;
        return answer();
    }

    @Override
    public OperationReport operation(OperationInquiry inquiry) {
        polled = inquiry;
        return answer();
    }

    @Override
    public DeviceRegistration registration(RegistrationInquiry inquiry) {
        lookedUp = inquiry;
        return answer().registration();
    }

    private OperationReport answer() {
        failure.ifPresent(refusal -> {
            throw refusal;
        });
        return report;
    }
}
