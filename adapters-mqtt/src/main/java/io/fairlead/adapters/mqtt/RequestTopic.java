package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.text.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a device asks, by the topic it publishes to: {@code $dps/registrations/PUT/iotdps-register/?$rid={rid}} or {@code
 * $dps/registrations/GET/iotdps-get-operationstatus/?$rid={rid}&operationId={id}}.
 *
 * @param rid names the request; what it is has meaning for the device alone, so it is kept as it stands
 * @param operationId empty in a register, and in a poll that forgot it
 */
record RequestTopic(Verb verb, String rid, Optional<String> operationId) {
    private static final int LONGEST_RID = 1024;
    /** What the codec makes of bytes that are no UTF-8. */
    private static final char NO_CHARACTER = '\ufffd';

    /** The two that there are. */
    enum Verb {
        REGISTER("$dps/registrations/PUT/iotdps-register/"),
        POLL("$dps/registrations/GET/iotdps-get-operationstatus/");

        private final String head;

        Verb(String head) {
            this.head = head;
        }
    }

    /** Empty for any other topic, and for one that names no request or names it twice. */
    static Optional<RequestTopic> parse(String topic) {
        for (Verb verb : Verb.values()) {
            if (topic.startsWith(verb.head + "?")) {
                return parse(verb, topic.substring(verb.head.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<RequestTopic> parse(Verb verb, String query) {
        String rid = null;
        String operation = null;
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("$rid=")) {
                if (rid != null) return Optional.empty();
                rid = pair.substring("$rid=".length());
            } else if (pair.startsWith("operationId=")) {
                operation = pair.substring("operationId=".length());
            }
        }
        return rid == null || !isUsable(rid)
                ? Optional.empty()
                : Optional.of(new RequestTopic(
                        verb, rid, Optional.ofNullable(operation).flatMap(PercentEncoding::decode)));
    }

    private static boolean isUsable(String rid) {
        return !rid.isEmpty()
                && rid.indexOf(NO_CHARACTER) < 0
                && rid.chars().noneMatch(Character::isISOControl)
                && rid.getBytes(StandardCharsets.UTF_8).length <= LONGEST_RID;
    }
}
