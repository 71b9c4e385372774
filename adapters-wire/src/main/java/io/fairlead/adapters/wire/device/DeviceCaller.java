package io.fairlead.adapters.wire.device;

import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.tpm.TpmKeys;
import java.util.Optional;

/**
 * A device on a connection that it keeps: who it says it is, and what it has shown for it. The proof is judged at the
 * door, with each request anew.
 *
 * @param transport for logs and metrics, such as {@code mqtt}
 * @param tpm what its TPM has shown of itself before, over a transport that asks for it
 * @param network the IP address that the connection comes from, where the transport knows it
 */
public record DeviceCaller(
        String transport,
        DeviceAddress address,
        DeviceProof proof,
        Optional<TpmKeys> tpm,
        ApiVersion version,
        Optional<String> network) {

    /** One that has shown no TPM. */
    public DeviceCaller(
            String transport, DeviceAddress address, DeviceProof proof, ApiVersion version, Optional<String> network) {
        this(transport, address, proof, Optional.empty(), version, network);
    }
}
