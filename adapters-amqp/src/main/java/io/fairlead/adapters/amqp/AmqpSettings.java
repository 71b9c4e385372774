package io.fairlead.adapters.amqp;

import java.time.Duration;

/**
 * How long the protocol waits.
 *
 * @param connectTimeout for the first bytes, and again for the opening and for the first link
 * @param loginTimeout for a login by SASL; clients with a TPM take some 8 s
 * @param idleTimeout the longest silence of a client
 * @param earlyAnswerDelay how long an answer is held back for clients that lose one that comes too early
 */
public record AmqpSettings(
        Duration connectTimeout, Duration loginTimeout, Duration idleTimeout, Duration earlyAnswerDelay) {}
