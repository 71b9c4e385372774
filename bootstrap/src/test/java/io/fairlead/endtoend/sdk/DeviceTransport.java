package io.fairlead.endtoend.sdk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    /** Always on port 8883: {@link FixedPorts} lead from there to the server's. */
    MQTT(ProvisioningDeviceClientTransportProtocol.MQTT) {
        @Override
        String endpoint(RunningServer server) {
            return SharedServer.OWN_ADDRESS;
        }
    },
    /** Always on port 443. */
    MQTT_WS(ProvisioningDeviceClientTransportProtocol.MQTT_WS) {
        @Override
        String endpoint(RunningServer server) {
            return onFixedHttpsPort();
        }
    },
    /** Always on port 5671. */
    AMQPS(ProvisioningDeviceClientTransportProtocol.AMQPS) {
        @Override
        String endpoint(RunningServer server) {
            return SharedServer.OWN_ADDRESS;
        }

        @Override
        String reported(String errorCode) {
            return NOT_ACCEPTED;
        }
    },
    /** Always on port 443. */
    AMQPS_WS(ProvisioningDeviceClientTransportProtocol.AMQPS_WS) {
        @Override
        String endpoint(RunningServer server) {
            return onFixedHttpsPort();
        }

        @Override
        String reported(String errorCode) {
            return NOT_ACCEPTED;
        }
    };

    /** Over AMQP the client keeps the reason to itself. */
    private static final String NOT_ACCEPTED = "Rejected";

    private final ProvisioningDeviceClientTransportProtocol protocol;

    DeviceTransport(ProvisioningDeviceClientTransportProtocol protocol) {
        this.protocol = protocol;
    }

    ProvisioningDeviceClientTransportProtocol protocol() {
        return protocol;
    }

    private static String onFixedHttpsPort() {
        assumeTrue(FixedPorts.isOpen(FixedPorts.HTTPS), "port 443 cannot be opened here");
        return SharedServer.OWN_ADDRESS;
    }

    /** What the client reports of a refusal, at least. */
    String reported(String errorCode) {
        return errorCode;
    }

    /** What the client is told as the service's name; skips the test where its port cannot be had. */
    abstract String endpoint(RunningServer server);
}
