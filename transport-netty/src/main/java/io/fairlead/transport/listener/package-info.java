/**
 * Listeners with TLS: from a connection to the protocol that takes it over, and the way out when the service stops.
 * Touches Netty and the limits.
 */
package io.fairlead.transport.listener;
