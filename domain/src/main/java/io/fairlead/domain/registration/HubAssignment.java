package io.fairlead.domain.registration;

import io.fairlead.domain.device.HubDeviceKey;

/**
 * The hub and device id that a registration points at.
 *
 * @param incarnation the incarnation of the device there: what tells ours from one that somebody created anew
 * @param credentialFingerprint the name of the credential that was put there, see {@link
 *     io.fairlead.domain.attestation.DeviceCredential#fingerprint()}
 */
public record HubAssignment(HubDeviceKey key, String incarnation, String credentialFingerprint) {}
