package io.fairlead.adapters.wire.device;

import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.domain.attestation.DeviceProof;
import java.util.Optional;

/**
 * A device on a connection that it keeps: who it says it is, and what it has shown for it. The proof is judged at the
 * door, with each request anew.
 *
 * @param transport for logs and metrics, such as {@code mqtt}
 * @param network the IP address that the connection comes from, where the transport knows it
 */
public record DeviceCaller(
        String transport, DeviceAddress address, DeviceProof proof, ApiVersion version, Optional<String> network) {}
