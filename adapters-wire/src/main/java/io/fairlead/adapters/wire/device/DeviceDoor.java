package io.fairlead.adapters.wire.device;

import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.registration.DeviceRegistrationBody;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.provisioning.ChallengeRequest;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.tpm.ActivationBlob;
import io.fairlead.domain.tpm.TpmKeys;
import java.util.Optional;

/**
 * The one way from a transport to the driving port of devices. A transport knows how a proof arrives, how a request is
 * addressed and how an answer is dressed; everything between is here.
 *
 * <p>Each method throws {@link io.fairlead.application.problem.ProvisioningException} when the request is refused.
 */
public record DeviceDoor(DeviceProvisioning provisioning) {

    /** {@code RuntimeRegistration_RegisterDevice}. */
    public DeviceAnswer register(DeviceAddress address, DeviceProof proof, ApiVersion version, byte[] body) {
        return register(address, proof, version, body, Optional.empty());
    }

    /**
     * {@code RuntimeRegistration_RegisterDevice}. A device that shows a TPM and no token yet is answered with a challenge.
     *
     * @param network the IP address that the request comes from, where the transport knows it
     */
    public DeviceAnswer register(
            DeviceAddress address, DeviceProof proof, ApiVersion version, byte[] body, Optional<String> network) {
        provisioning.demandRoom();
        DeviceRegistrationBody said = DeviceRegistrationBody.read(body, address.id());
        boolean isSigned = proof instanceof SharedAccessProof;
        return said.tpm()
                .filter(shown -> !isSigned)
                .flatMap(shown -> provisioning.challenge(new ChallengeRequest(address.idScope(), address.id(), shown)))
                .map(DeviceAnswer::challenge)
                .orElseGet(() -> register(address, proof, version, said, network));
    }

    /**
     * {@code RuntimeRegistration_RegisterDevice}, for a transport that asks for the TPM's keys before the token.
     *
     * @param tpm what the device's TPM has shown of itself
     */
    public DeviceAnswer register(
            DeviceAddress address,
            DeviceProof proof,
            ApiVersion version,
            byte[] body,
            TpmKeys tpm,
            Optional<String> network) {
        DeviceRegistrationBody said = DeviceRegistrationBody.read(body, address.id());
        return register(address, proof, version, said.withTpm(tpm), network);
    }

    /**
     * What the TPM of a device must open before the device can sign its token, for a transport that asks by itself.
     *
     * @throws io.fairlead.application.problem.ProvisioningException also when the device's entry is not by TPM
     */
    public ActivationBlob challenge(DeviceAddress address, TpmKeys shown) {
        return provisioning
                .challenge(new ChallengeRequest(address.idScope(), address.id(), shown))
                .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "this device does not attest by TPM")
                        .asException());
    }

    private DeviceAnswer register(
            DeviceAddress address,
            DeviceProof proof,
            ApiVersion version,
            DeviceRegistrationBody said,
            Optional<String> network) {
        return DeviceAnswer.promise(provisioning.register(new RegistrationRequest(
                address.idScope(),
                address.id(),
                proof,
                said.payload(),
                version.reprovisioning(),
                said.origin(),
                said.tpm(),
                network)));
    }

    /** {@code RuntimeRegistration_OperationStatusLookup}. Never waits for the operation. */
    public DeviceAnswer operation(DeviceAddress address, DeviceProof proof, String operationId) {
        OperationInquiry inquiry =
                new OperationInquiry(address.idScope(), address.id(), proof, WireIds.operation(operationId));
        return DeviceAnswer.progress(provisioning.operation(inquiry), proof);
    }

    /** {@code RuntimeRegistration_DeviceRegistrationStatusLookup}. */
    public DeviceAnswer registration(DeviceAddress address, DeviceProof proof, byte[] body) {
        provisioning.demandRoom();
        DeviceRegistrationBody.read(body, address.id());
        RegistrationInquiry inquiry = new RegistrationInquiry(address.idScope(), address.id(), proof);
        return DeviceAnswer.record(provisioning.registration(inquiry), proof);
    }
}
