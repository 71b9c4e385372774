/** The record the service keeps per device, and its states. Touches identity, device and attestation. */
package io.fairlead.domain.registration;
