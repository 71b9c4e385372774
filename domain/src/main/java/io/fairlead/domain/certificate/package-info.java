/**
 * X.509 certificates as values, and what can be asked of one by itself; who is believed is decided in attestation.
 * Touches identity and the JDK's {@code java.security}.
 */
package io.fairlead.domain.certificate;
