package io.fairlead.application.provisioning;

import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.identity.RegistrationId;

/** A device asks for its registration record. */
public record RegistrationInquiry(String idScope, RegistrationId registrationId, DeviceProof proof) {}
