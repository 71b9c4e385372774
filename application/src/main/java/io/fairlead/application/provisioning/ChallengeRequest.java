package io.fairlead.application.provisioning;

import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.tpm.TpmKeys;

/**
 * A device with a TPM asks for the key that it shall sign its token with.
 *
 * @param idScope as the device wrote it; it may name no service here
 * @param tpm what its TPM shows of itself
 */
public record ChallengeRequest(String idScope, RegistrationId registrationId, TpmKeys tpm) {}
