package io.fairlead.endtoend.sdk;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClient;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProvider;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderSymmetricKey;
import com.microsoft.azure.sdk.iot.provisioning.service.ProvisioningServiceClient;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientException;
import io.fairlead.endtoend.RunningServer;
import java.nio.charset.StandardCharsets;

/** The service as an application sees it that is built with the published SDKs, and the hubs behind it. */
record SdkService(RunningServer server, HubWindow hubs) implements AutoCloseable {

    /** The operator's client. It keeps nothing open. */
    ProvisioningServiceClient operator() {
        return new ProvisioningServiceClient(server.serviceConnectionString());
    }

    /**
     * One run of a device: registers over HTTPS and waits for the result.
     *
     * @param key Base64, as an enrollment has it
     * @throws ProvisioningDeviceClientException as the SDK reports a refusal
     */
    ProvisioningDeviceClientRegistrationResult register(String registrationId, String key)
            throws ProvisioningDeviceClientException, InterruptedException {
        return register(DeviceTransport.HTTPS, registrationId, key);
    }

    /** The same over any transport. */
    ProvisioningDeviceClientRegistrationResult register(DeviceTransport transport, String registrationId, String key)
            throws ProvisioningDeviceClientException, InterruptedException {
        return register(
                transport, new SecurityProviderSymmetricKey(key.getBytes(StandardCharsets.UTF_8), registrationId));
    }

    /** One run of a device with whatever it proves itself by. */
    ProvisioningDeviceClientRegistrationResult register(SecurityProvider security)
            throws ProvisioningDeviceClientException, InterruptedException {
        return register(DeviceTransport.HTTPS, security);
    }

    /** The same over any transport. */
    ProvisioningDeviceClientRegistrationResult register(DeviceTransport transport, SecurityProvider security)
            throws ProvisioningDeviceClientException, InterruptedException {
        ProvisioningDeviceClient device = ProvisioningDeviceClient.create(
                transport.endpoint(server), server.idScope(), transport.protocol(), security);
        try {
            return device.registerDeviceSync();
        } finally {
            device.close();
        }
    }

    /** Saves an entry whole, whatever was there. */
    void save(SdkEntry entry) throws ProvisioningServiceClientException {
        entry.kind().save(entry, operator());
    }

    /** One run of the entry's device. */
    ProvisioningDeviceClientRegistrationResult register(SdkEntry entry)
            throws ProvisioningDeviceClientException, InterruptedException {
        return register(entry.device(), entry.deviceKey());
    }

    /** One run of the entry's device over any transport. */
    ProvisioningDeviceClientRegistrationResult register(DeviceTransport transport, SdkEntry entry)
            throws ProvisioningDeviceClientException, InterruptedException {
        return register(transport, entry.device(), entry.deviceKey());
    }

    @Override
    public void close() {
        hubs.close();
    }
}
