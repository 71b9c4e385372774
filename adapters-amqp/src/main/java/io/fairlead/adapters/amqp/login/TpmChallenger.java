package io.fairlead.adapters.amqp.login;

import io.fairlead.adapters.wire.device.DeviceAddress;
import io.fairlead.adapters.wire.problem.RefusedRequest;
import io.fairlead.domain.tpm.ActivationBlob;
import io.fairlead.domain.tpm.TpmKeys;
import java.util.function.Consumer;

/** Who makes what a device's TPM must open. Returns at once; calls one of the two later, on any thread. */
@FunctionalInterface
public interface TpmChallenger {
    void challenge(
            DeviceAddress address,
            TpmKeys shown,
            Consumer<ActivationBlob> challenged,
            Consumer<RefusedRequest> refused);
}
