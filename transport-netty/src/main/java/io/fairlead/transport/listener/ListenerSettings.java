package io.fairlead.transport.listener;

import java.net.InetAddress;
import java.time.Duration;

/**
 * Where a listener opens.
 *
 * @param port 0 takes any free port
 * @param handshakeTimeout how long a client may take for TLS
 */
public record ListenerSettings(InetAddress address, int port, Duration handshakeTimeout) {}
