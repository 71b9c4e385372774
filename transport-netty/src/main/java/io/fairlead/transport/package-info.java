/** Doors for protocols that are not HTTP, without knowing any. Touches Netty, and nothing of the service. */
package io.fairlead.transport;
