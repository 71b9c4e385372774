package io.fairlead.adapters.amqp;

import io.fairlead.adapters.wire.device.DeviceAnswer;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.adapters.wire.problem.RefusedRequest;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to messages that ask nothing the desk could work on. */
record Refusals(Supplier<String> trackingIds, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    DeviceAnswer of(String reason) {
        String trackingId = trackingIds.get();
        RefusedRequest refused = new RefusedRequest(ErrorCode.INVALID, reason);
        LOG.info(refused.logLine("an AMQP message", trackingId));
        return DeviceAnswer.refusal(refused, trackingId, clock.instant());
    }
}
