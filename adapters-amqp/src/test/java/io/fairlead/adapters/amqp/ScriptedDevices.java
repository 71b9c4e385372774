package io.fairlead.adapters.amqp;

import io.fairlead.application.provisioning.ChallengeRequest;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.tpm.ActivationBlob;
import io.fairlead.domain.tpm.Octets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A door for devices that assigns everybody, and remembers what it was asked. */
final class ScriptedDevices implements DeviceProvisioning {
    static final String OPERATION = "4.316aac5bdc130deb.0c7b6c5e-0d0a-4f5c-9a39-5c5a8a1f2b3c";

    static final byte[] KEY = new byte[32];

    final List<ChallengeRequest> challenged = new ArrayList<>();
    final List<RegistrationRequest> registered = new ArrayList<>();
    final List<OperationInquiry> polled = new ArrayList<>();
    OperationStatus status = OperationStatus.RUNNING;
    Optional<RuntimeException> failure = Optional.empty();

    @Override
    public Optional<ActivationBlob> challenge(ChallengeRequest request) {
        challenged.add(request);
        failure.ifPresent(it -> {
            throw it;
        });
        return Optional.of(ActivationBlob.wrap(request.tpm(), Octets.of(KEY), "some purpose", new SecureRandom()));
    }

    @Override
    public OperationReport register(RegistrationRequest request) {
        registered.add(request);
        return report(request.registrationId().value());
    }

    @Override
    public OperationReport operation(OperationInquiry inquiry) {
        polled.add(inquiry);
        return report(inquiry.registrationId().value());
    }

    @Override
    public DeviceRegistration registration(RegistrationInquiry inquiry) {
        throw new UnsupportedOperationException("AMQP has no lookup");
    }

    private OperationReport report(String id) {
        failure.ifPresent(it -> {
            throw it;
        });
        return new OperationReport(
                new OperationId(OPERATION),
                status,
                SomeRegistrations.assignedRegistration(id, SomeHubs.HUB_A),
                Optional.empty(),
                Duration.ofSeconds(3));
    }
}
