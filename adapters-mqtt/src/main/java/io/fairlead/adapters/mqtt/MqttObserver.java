package io.fairlead.adapters.mqtt;

/** Who counts what devices ask over MQTT. Called on any thread; must not wait. */
@FunctionalInterface
public interface MqttObserver {
    /**
     * A device was answered.
     *
     * @param operation {@code register} or {@code poll}
     * @param status of HTTP
     */
    void answered(String operation, int status);
}
