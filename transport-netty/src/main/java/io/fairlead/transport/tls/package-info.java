/** What a listener shows its clients, and what it asks of them. Touches Netty's TLS and the JDK's. */
package io.fairlead.transport.tls;
