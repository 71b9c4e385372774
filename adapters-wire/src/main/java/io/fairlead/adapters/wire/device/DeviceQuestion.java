package io.fairlead.adapters.wire.device;

import java.util.Optional;

/** What a device asks over a connection that it keeps. */
public sealed interface DeviceQuestion permits DeviceQuestion.Register, DeviceQuestion.Poll {

    /** For logs and metrics. */
    String word();

    /** @param body as it came; empty when the device sends none */
    record Register(byte[] body) implements DeviceQuestion {
        @Override
        public String word() {
            return "register";
        }
    }

    /**
     * How an operation stands.
     *
     * @param operation as the device wrote its id; empty when it named none
     * @param hint how one is named over this transport, for a device that named none
     */
    record Poll(Optional<String> operation, String hint) implements DeviceQuestion {
        @Override
        public String word() {
            return "poll";
        }
    }
}
