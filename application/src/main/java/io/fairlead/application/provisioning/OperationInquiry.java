package io.fairlead.application.provisioning;

import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;

/** A device asks how its operation stands. */
public record OperationInquiry(
        String idScope, RegistrationId registrationId, DeviceProof proof, OperationId operationId) {}
