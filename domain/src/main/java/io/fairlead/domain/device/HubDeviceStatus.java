package io.fairlead.domain.device;

import java.util.Optional;

/**
 * Whether a device may connect to its hub, and why not.
 *
 * @param reason free text of at most 128 characters, as IoT Hub's {@code statusReason}
 */
public record HubDeviceStatus(boolean enabled, Optional<String> reason) {
    public static final HubDeviceStatus ENABLED = new HubDeviceStatus(true, Optional.empty());
    private static final int MAX_REASON = 128;

    public HubDeviceStatus {
        if (reason.isPresent() && reason.get().length() > MAX_REASON) {
            throw new IllegalArgumentException("a status reason has at most " + MAX_REASON + " characters");
        }
    }

    public static HubDeviceStatus disabled(String reason) {
        return new HubDeviceStatus(false, Optional.of(reason));
    }
}
