package io.fairlead.adapters.amqp;

import io.fairlead.adapters.wire.device.DeviceAddress;
import java.util.regex.Pattern;

/**
 * The address of a link, which clients write in three forms: {@code scope/registrations/id} (Node, C#),
 * {@code /scope/registrations/id} (Java) and {@code amqps://host/scope/registrations/id} (C).
 */
final class LinkAddress {
    private static final Pattern BEFORE_PATH = Pattern.compile("(?i)\\A(?:amqps?://[^/]*)?/?");

    private LinkAddress() {}

    /** @throws io.fairlead.application.problem.ProvisioningException invalid, when it has none of them */
    static DeviceAddress parse(String text) {
        return DeviceAddress.parse(BEFORE_PATH.matcher(text).replaceFirst(""));
    }
}
