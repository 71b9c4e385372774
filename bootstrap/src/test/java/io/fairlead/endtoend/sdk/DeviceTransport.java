package io.fairlead.endtoend.sdk;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientTransportProtocol;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;

/** The ways in which a device with the Java SDK reaches the service. */
enum DeviceTransport {
    HTTPS(ProvisioningDeviceClientTransportProtocol.HTTPS) {
        @Override
        String endpoint(RunningServer server) {
            return server.deviceEndpoint();
        }
    },
    /** Always on port 8883: {@link FixedPort} leads from there to the server's. */
    MQTT(ProvisioningDeviceClientTransportProtocol.MQTT) {
        @Override
        String endpoint(RunningServer server) {
            return SharedServer.OWN_ADDRESS;
        }
    };

    private final ProvisioningDeviceClientTransportProtocol protocol;

    DeviceTransport(ProvisioningDeviceClientTransportProtocol protocol) {
        this.protocol = protocol;
    }

    ProvisioningDeviceClientTransportProtocol protocol() {
        return protocol;
    }

    /** What the client is told as the service's name. */
    abstract String endpoint(RunningServer server);
}
