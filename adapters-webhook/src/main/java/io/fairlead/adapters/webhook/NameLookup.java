package io.fairlead.adapters.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host: the JDK's look-up, or a test's. */
@FunctionalInterface
public interface NameLookup {
    InetAddress[] find(String host) throws UnknownHostException;
}
