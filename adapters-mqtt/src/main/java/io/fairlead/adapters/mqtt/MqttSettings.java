package io.fairlead.adapters.mqtt;

import java.time.Duration;

/**
 * How long the protocol waits.
 *
 * @param connectTimeout for the first packet
 * @param idleTimeout the longest silence of a client, also of one that announced a longer one or none at all
 * @param earlyAnswerDelay how long an answer is held back for clients that lose one that comes too early
 */
public record MqttSettings(Duration connectTimeout, Duration idleTimeout, Duration earlyAnswerDelay) {}
