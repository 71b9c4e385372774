/**
 * What an enrollment demands, what a device shows, and the function that compares them at an instant. Touches identity,
 * certificates, TPM structures and the JDK's cryptography.
 */
package io.fairlead.domain.attestation;
