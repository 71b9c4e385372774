package io.fairlead.adapters.hubsim.fault;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.time.Duration;
import java.util.Optional;

/**
 * One line of a fault script: which calls, what happens to them, how often.
 *
 * @param hub empty for every hub
 * @param call empty for every call
 * @param device empty for every device
 * @param time how much slower, or how long to be left alone
 * @param count after so many strikes on this node the rule is spent; empty for never
 * @param probability of a strike, above 0, at most 1
 */
record FaultRule(
        Optional<HubName> hub,
        Optional<HubCall> call,
        Optional<DeviceId> device,
        FaultKind kind,
        Optional<Duration> time,
        Optional<Long> count,
        double probability) {

    boolean concerns(HubName thatHub, HubCall thatCall, Optional<DeviceId> thatDevice) {
        return hub.map(thatHub::equals).orElse(true)
                && call.map(thatCall::equals).orElse(true)
                && (device.isEmpty() || device.equals(thatDevice));
    }
}
