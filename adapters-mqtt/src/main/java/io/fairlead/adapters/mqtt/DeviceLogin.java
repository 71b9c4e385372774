package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.device.DeviceCaller;
import io.fairlead.adapters.wire.device.ShownProof;
import io.fairlead.transport.listener.Peer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who a connection says it is, and what it shows for it. The proof is not judged here: each request takes it to the door
 * anew, and a device is refused by an answer that says why.
 */
record DeviceLogin(DeviceCaller caller, boolean losesEarlyAnswers) {
    /**
     * What a CONNECT shows: the token in its password. A device with a certificate sends no password, or an empty one;
     * its proof is the chain of the peer.
     *
     * @param password null when absent
     * @throws io.fairlead.application.problem.ProvisioningException unauthenticated, when the password is no token
     */
    static DeviceLogin of(DeviceUserName name, byte[] password, Peer peer) {
        String token = password == null ? null : new String(password, StandardCharsets.UTF_8);
        DeviceCaller caller = new DeviceCaller(
                MqttProtocol.NAME,
                name.address(),
                ShownProof.of(token, peer.chain()),
                name.version(),
                Optional.of(peer.address().getHostAddress()));
        return new DeviceLogin(caller, name.losesEarlyAnswers());
    }

    String deviceId() {
        return caller.address().id().value();
    }
}
