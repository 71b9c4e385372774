package io.fairlead.domain.device;

import java.util.Optional;

/**
 * What a hub holds about one device, read without tearing. It holds no credential, only the name of one.
 *
 * @param mark the sign of the operation that created it, where the hub still knows
 * @param credentialFingerprint the fingerprint of the credential that the hub accepts, where the hub can tell
 */
public record HubSnapshot(
        HubDeviceKey key,
        DeviceState state,
        HubVersions versions,
        Optional<OwnershipMark> mark,
        Optional<String> credentialFingerprint) {

    /** Whether it is still the device that was created under this incarnation. */
    public boolean isIncarnation(String incarnation) {
        return versions.incarnation().equals(incarnation);
    }
}
