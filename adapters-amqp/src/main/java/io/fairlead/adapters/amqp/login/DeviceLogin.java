package io.fairlead.adapters.amqp.login;

import io.fairlead.adapters.wire.device.DeviceAddress;
import io.fairlead.adapters.wire.device.ShownProof;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.tpm.TpmKeys;
import io.fairlead.transport.listener.Peer;
import java.util.Optional;

/**
 * What a connection shows for itself. It is not judged here: each request takes it to the door anew, and a device is
 * refused by an outcome that says why.
 *
 * @param address whom it speaks for; empty when the login names nobody, so that its first link does
 * @param tpm what its TPM has shown of itself
 */
public record DeviceLogin(Optional<DeviceAddress> address, DeviceProof proof, Optional<TpmKeys> tpm) {

    /**
     * A connection without a token: its certificate, or nothing.
     *
     * @throws io.fairlead.application.problem.ProvisioningException unauthenticated, when the certificates are beyond all
     *     bounds
     */
    public static DeviceLogin byCertificate(Peer peer) {
        return new DeviceLogin(Optional.empty(), ShownProof.of(null, peer.chain()), Optional.empty());
    }

    /** @throws io.fairlead.application.problem.ProvisioningException when either is malformed */
    static DeviceLogin byToken(String userName, String token, Peer peer) {
        return new DeviceLogin(
                Optional.of(DeviceAddress.parse(userName)), ShownProof.of(token, peer.chain()), Optional.empty());
    }
}
