package io.fairlead.adapters.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a device listens to: the filter of the answers to itself or nothing, for there is no other.
 *
 * @param answers at which QoS answers are sent; empty while the device has not subscribed
 */
record Subscription(Optional<MqttQoS> answers) {
    static final Subscription NONE = new Subscription(Optional.empty());

    private static final String FILTER = "$dps/registrations/res/#";
    private static final int REFUSED = 0x80;

    /** @param codes one for each filter asked for: the QoS granted, QoS 2 as 1 as DPS does, or 0x80 */
    record Granted(Subscription subscription, List<Integer> codes) {}

    Granted with(List<MqttTopicSubscription> wishes) {
        Subscription result = this;
        List<Integer> codes = new ArrayList<>();
        for (MqttTopicSubscription wish : wishes) {
            boolean ours = wish.topicFilter().equals(FILTER);
            MqttQoS qos =
                    wish.qualityOfService() == MqttQoS.AT_MOST_ONCE ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE;
            codes.add(ours ? qos.value() : REFUSED);
            if (ours) result = new Subscription(Optional.of(qos));
        }
        return new Granted(result, codes);
    }

    Subscription without(List<String> filters) {
        return filters.contains(FILTER) ? NONE : this;
    }
}
