package io.fairlead.domain.device;

/**
 * What a device may be beside a plain device.
 *
 * @param iotEdge whether it is an IoT Edge device
 */
public record DeviceCapabilities(boolean iotEdge) {
    public static final DeviceCapabilities NONE = new DeviceCapabilities(false);
}
