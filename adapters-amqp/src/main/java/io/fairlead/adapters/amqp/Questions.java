package io.fairlead.adapters.amqp;

import io.fairlead.adapters.amqp.engine.Request;
import io.fairlead.adapters.wire.device.DeviceQuestion;
import java.util.Optional;

/** What a message asks, by its application properties. */
final class Questions {
    static final String ADVICE =
            "the message needs the application property iotdps-operation-type: iotdps-register or iotdps-get-operationstatus";

    private static final String TYPE = "iotdps-operation-type";
    private static final String OPERATION = "iotdps-operation-id";
    private static final String HINT = "add the application property " + OPERATION;

    private Questions() {}

    /** Empty when it asks for something else. What clients put beside (iotdps-forceRegistration) is let pass. */
    static Optional<DeviceQuestion> of(Request request) {
        return switch (request.text(TYPE).orElse("")) {
            case "iotdps-register" -> Optional.of(new DeviceQuestion.Register(request.body()));
            case "iotdps-get-operationstatus" -> Optional.of(new DeviceQuestion.Poll(request.text(OPERATION), HINT));
            default -> Optional.empty();
        };
    }
}
