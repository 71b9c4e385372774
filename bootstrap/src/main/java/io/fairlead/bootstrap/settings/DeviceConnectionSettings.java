package io.fairlead.bootstrap.settings;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Listeners for devices beside HTTPS, and what each of them bears.
 *
 * @param mqttsPort 0 takes any free port; empty when MQTT is switched off
 * @param amqpsPort the same of AMQP
 * @param webSocket whether devices may come in over WebSocket on the HTTPS port
 * @param total the most connections at once
 * @param perAddress the most of them from one address
 * @param perMinute new connections of one address in a minute
 * @param handshakeTimeout for TLS, and again for the first packet after it
 * @param idleTimeout the longest silence
 * @param javaDelay how long answers are held back for Java clients, which lose one that comes too early
 */
public record DeviceConnectionSettings(
        OptionalInt mqttsPort,
        OptionalInt amqpsPort,
        boolean webSocket,
        int total,
        int perAddress,
        int perMinute,
        Duration handshakeTimeout,
        Duration idleTimeout,
        Duration javaDelay) {

    static DeviceConnectionSettings from(SettingsSource source) {
        return new DeviceConnectionSettings(
                Catalogue.MQTTS_PORT.in(source),
                Catalogue.AMQPS_PORT.in(source),
                Catalogue.WEBSOCKET.in(source),
                Catalogue.DEVICE_CONNECTIONS.in(source),
                Catalogue.DEVICE_CONNECTIONS_PER_ADDRESS.in(source),
                Catalogue.DEVICE_CONNECTIONS_PER_MINUTE.in(source),
                Catalogue.DEVICE_HANDSHAKE_TIMEOUT.in(source),
                Catalogue.DEVICE_IDLE_TIMEOUT.in(source),
                Catalogue.DEVICE_JAVA_DELAY.in(source));
    }
}
