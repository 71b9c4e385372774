package io.fairlead.endtoend.sdk;

import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderTpm;
import com.microsoft.azure.sdk.iot.provisioning.security.exceptions.SecurityProviderException;
import io.fairlead.domain.fixture.SoftwareTpm;
import java.util.Optional;

/** A TPM in software, as the SDK wants it. */
final class SdkTpm extends SecurityProviderTpm {
    private final SoftwareTpm tpm;
    private final Optional<String> registrationId;

    /** With the registration id that the SDK makes of the endorsement key. */
    SdkTpm(SoftwareTpm tpm) {
        this.tpm = tpm;
        this.registrationId = Optional.empty();
    }

    SdkTpm(SoftwareTpm tpm, String registrationId) {
        this.tpm = tpm;
        this.registrationId = Optional.of(registrationId);
    }

    @Override
    public String getRegistrationId() throws SecurityProviderException {
        return registrationId.isPresent() ? registrationId.get() : super.getRegistrationId();
    }

    @Override
    public byte[] activateIdentityKey(byte[] key) throws SecurityProviderException {
        try {
            tpm.activate(key);
            return new byte[0];
        } catch (IllegalStateException e) {
            throw new SecurityProviderException(e);
        }
    }

    @Override
    public byte[] getEndorsementKey() {
        return tpm.endorsementKey();
    }

    @Override
    public byte[] getStorageRootKey() {
        return tpm.storageRootKey();
    }

    @Override
    public byte[] signWithIdentity(byte[] data) {
        return tpm.sign(data);
    }
}
