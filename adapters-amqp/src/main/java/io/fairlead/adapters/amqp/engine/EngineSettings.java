package io.fairlead.adapters.amqp.engine;

import java.time.Duration;

/**
 * What a client is told, and held to.
 *
 * @param largestFrame in bytes; also what the engine keeps of memory for each direction
 * @param largestMessage in bytes
 * @param credit messages that a client may send before the first is answered
 * @param idleTimeout after how much silence it will be cut off; it is told half of it
 */
public record EngineSettings(int largestFrame, int largestMessage, int credit, Duration idleTimeout) {}
