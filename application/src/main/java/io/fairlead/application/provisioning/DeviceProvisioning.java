package io.fairlead.application.provisioning;

import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.tpm.ActivationBlob;
import java.util.Optional;

/**
 * The device's door, the same for every transport. Each call proves the device anew.
 *
 * <p>Refusals are {@link io.fairlead.application.problem.ProvisioningException}s: {@code NOT_ENROLLED}, {@code
 * UNAUTHENTICATED}, {@code ENROLLMENT_DISABLED}, {@code NOT_FOUND}, {@code UNAVAILABLE}.
 */
public interface DeviceProvisioning {

    /**
     * Refuses when a registration or a status lookup would be refused for its quota whatever it says, so that a transport
     * can ask before it reads one. Counts nothing.
     */
    default void demandRoom() {}

    /**
     * What the TPM of a device must open before the device can sign a token (DPS "TPM attestation", the answer 401). Nothing
     * is kept of it, and the device has proved nothing yet; the key is good for this hour and the next.
     *
     * @return empty when the device's entry is not by TPM, so that its proof counts
     */
    Optional<ActivationBlob> challenge(ChallengeRequest request);

    /**
     * Accepts a provisioning request (DPS {@code RuntimeRegistration_RegisterDevice}). A device with an operation under
     * way gets that one; one that has nothing to change gets the operation on its record, and nothing is written.
     */
    OperationReport register(RegistrationRequest request);

    /**
     * How an operation stands (DPS {@code RuntimeRegistration_OperationStatusLookup}). Never waits.
     */
    OperationReport operation(OperationInquiry inquiry);

    /** The registration record (DPS {@code RuntimeRegistration_DeviceRegistrationStatusLookup}). */
    DeviceRegistration registration(RegistrationInquiry inquiry);
}
