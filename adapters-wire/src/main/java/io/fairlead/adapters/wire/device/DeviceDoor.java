package io.fairlead.adapters.wire.device;

import io.fairlead.adapters.wire.body.WireIds;
import io.fairlead.adapters.wire.registration.DeviceRegistrationBody;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.attestation.DeviceProof;
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
     * {@code RuntimeRegistration_RegisterDevice}.
     *
     * @param network the IP address that the request comes from, where the transport knows it
     */
    public DeviceAnswer register(
            DeviceAddress address, DeviceProof proof, ApiVersion version, byte[] body, Optional<String> network) {
        provisioning.demandRoom();
        DeviceRegistrationBody said = DeviceRegistrationBody.read(body, address.id());
        return DeviceAnswer.promise(provisioning.register(new RegistrationRequest(
                address.idScope(),
                address.id(),
                proof,
                said.payload(),
                version.reprovisioning(),
                said.origin(),
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
