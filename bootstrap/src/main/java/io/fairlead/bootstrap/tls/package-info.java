/**
 * The service's own certificate authority and server certificate, made at the first start and kept in the data directory.
 * Runs before the container, in the launcher alone; JDK and Bouncy Castle, no other room but settings and identity.
 */
package io.fairlead.bootstrap.tls;
