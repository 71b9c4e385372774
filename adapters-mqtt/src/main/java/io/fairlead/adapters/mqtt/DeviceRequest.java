package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.device.DeviceQuestion;

/**
 * One request of a device that has connected.
 *
 * @param rid names it; what it is has meaning for the device alone, so it is kept as it stands
 */
record DeviceRequest(String rid, DeviceQuestion question) {
    static DeviceRequest of(RequestTopic topic, byte[] body) {
        return new DeviceRequest(
                topic.rid(),
                switch (topic.verb()) {
                    case REGISTER -> new DeviceQuestion.Register(body);
                    case POLL ->
                        new DeviceQuestion.Poll(topic.operationId(), "add &operationId={operationId} to the topic");
                });
    }
}
