package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.device.ShownProof;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.transport.listener.Peer;
import java.nio.charset.StandardCharsets;

/**
 * Who a connection says it is, and what it shows for it. The proof is not judged here: each request takes it to the door
 * anew, and a device is refused by an answer that says why.
 */
record DeviceLogin(DeviceUserName name, DeviceProof proof) {

    /**
     * What a CONNECT shows: the token in its password. A device with a certificate sends no password, or an empty one;
     * its proof is the chain of the peer.
     *
     * @param password null when absent
     * @throws io.fairlead.application.problem.ProvisioningException unauthenticated, when the password is no token
     */
    static DeviceLogin of(DeviceUserName name, byte[] password, Peer peer) {
        String token = password == null ? null : new String(password, StandardCharsets.UTF_8);
        return new DeviceLogin(name, ShownProof.of(token, peer.chain()));
    }
}
