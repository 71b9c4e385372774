/**
 * Asks operators' allocation webhooks (DPS "Custom allocation") over a connection of our own, so that the address that
 * was judged is the one that is connected to. Touches ports, domain, the wire's entries and the JDK's sockets; the
 * network, threads and the clock are handed in.
 */
package io.fairlead.adapters.webhook;
