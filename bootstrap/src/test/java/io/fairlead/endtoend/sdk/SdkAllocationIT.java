package io.fairlead.endtoend.sdk;

import static com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientStatus.PROVISIONING_DEVICE_STATUS_ASSIGNED;
import static com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus.DEVICE_DATA_MIGRATED;
import static com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus.INITIAL_ASSIGNMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.AdditionalData;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClient;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientTransportProtocol;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderSymmetricKey;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.AllocationPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.CustomAllocationDefinition;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.ReprovisionPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.SymmetricKeyAttestation;
import com.sun.net.httpserver.HttpServer;
import io.fairlead.endtoend.SharedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The policies custom and geoLatency, as a device with the Java SDK sees them. */
@ExtendWith(SdkClients.class)
class SdkAllocationIT {
    private static final String A = SharedServer.HUBS.get(0);
    private static final String B = SharedServer.HUBS.get(1);

    private final SdkService service;

    SdkAllocationIT(SdkService service) {
        this.service = service;
    }

    @Test
    void customShouldMoveTheDeviceWhereTheWebhookSaysAndHandItThePayload() throws Exception {
        String id = "custom-moves";
        try (Program program = new Program()) {
            IndividualEnrollment entry = entry(id, AllocationPolicy.CUSTOM);
            CustomAllocationDefinition definition = new CustomAllocationDefinition();
            definition.setWebhookUrl(program.address() + "?code=s3cret");
            definition.setApiVersion("2021-10-01");
            entry.setCustomAllocationDefinition(definition);
            assertThat(service.operator()
                            .createOrUpdateIndividualEnrollment(entry)
                            .getCustomAllocationDefinition()
                            .getWebhookUrl())
                    .isEqualTo(program.address() + "?code=s3cret");

            program.answers(200, "{\"iotHubHostName\":\"%s\",\"payload\":{\"round\":1}}".formatted(A));
            ProvisioningDeviceClientRegistrationResult first = register(id, "{\"model\":\"m-1\"}");
            assertThat(first.getProvisioningDeviceClientStatus()).isEqualTo(PROVISIONING_DEVICE_STATUS_ASSIGNED);
            assertThat(first.getIothubUri()).isEqualTo(A);
            assertThat(first.getSubstatus()).isEqualTo(INITIAL_ASSIGNMENT);
            assertThat(first.getProvisioningPayload()).contains("\"round\":1");
            service.hubs().deviceReports(A, id, "{\"firmware\":\"2.0\"}");

            program.answers(200, "{\"iotHubHostName\":\"%s\",\"payload\":{\"round\":2}}".formatted(B));
            ProvisioningDeviceClientRegistrationResult moved = register(id, "{\"model\":\"m-1\"}");
            assertThat(moved.getIothubUri()).isEqualTo(B);
            assertThat(moved.getSubstatus()).isEqualTo(DEVICE_DATA_MIGRATED);
            assertThat(moved.getProvisioningPayload()).contains("\"round\":2");
            assertThat(service.hubs().onlyHubOf(id)).isEqualTo(B);
            assertThat(service.hubs().device(B, id)).contains("\"firmware\":\"2.0\"");

            program.answers(500, "out of order");
            assertThatThrownBy(() -> register(id, "{}")).hasStackTraceContaining("the allocation webhook answered 500");
            assertThat(service.hubs().onlyHubOf(id)).isEqualTo(B);

            assertThat(program.asked()).hasSize(3);
            assertThat(program.asked().get(1))
                    .contains("\"registrationId\":\"" + id + "\"", "\"currentIotHubHostName\":\"" + A + "\"")
                    .contains("\"symmetricKey\":{}", "m-1", "\"linkedHubs\":[")
                    .doesNotContain("s3cret", SdkEntry.keyOf(id));
            assertThat(service.server().output()).doesNotContain("s3cret");
        }
    }

    @Test
    void geoLatencyShouldMoveTheDeviceThatTravels() throws Exception {
        String id = "geo-travels";
        service.operator().createOrUpdateIndividualEnrollment(entry(id, AllocationPolicy.GEOLATENCY));

        assertThat(register(id, times(20, 200)).getIothubUri()).isEqualTo(A);
        service.hubs().deviceReports(A, id, "{\"firmware\":\"2.0\"}");
        assertThat(register(id, times(21, 20)).getIothubUri()).isEqualTo(A);

        ProvisioningDeviceClientRegistrationResult moved = register(id, times(200, 20));
        assertThat(moved.getIothubUri()).isEqualTo(B);
        assertThat(moved.getSubstatus()).isEqualTo(DEVICE_DATA_MIGRATED);
        assertThat(service.hubs().onlyHubOf(id)).isEqualTo(B);
        assertThat(service.hubs().device(B, id)).contains("\"firmware\":\"2.0\"");
    }

    private static String times(int a, int b) {
        return "{\"geoLatency\":{\"roundTripMillis\":{\"%s\":%d,\"%s\":%d}}}".formatted(A, a, B, b);
    }

    private static IndividualEnrollment entry(String id, AllocationPolicy policy) {
        String key = SdkEntry.keyOf(id);
        IndividualEnrollment entry = new IndividualEnrollment(id, new SymmetricKeyAttestation(key, key));
        entry.setAllocationPolicy(policy);
        entry.setIotHubs(List.of(A, B));
        ReprovisionPolicy migrating = new ReprovisionPolicy();
        migrating.setUpdateHubAssignment(true);
        migrating.setMigrateDeviceData(true);
        entry.setReprovisionPolicy(migrating);
        return entry;
    }

    private ProvisioningDeviceClientRegistrationResult register(String id, String payload) throws Exception {
        ProvisioningDeviceClient device = ProvisioningDeviceClient.create(
                service.server().deviceEndpoint(),
                service.server().idScope(),
                ProvisioningDeviceClientTransportProtocol.HTTPS,
                new SecurityProviderSymmetricKey(SdkEntry.keyOf(id).getBytes(StandardCharsets.UTF_8), id));
        AdditionalData data = new AdditionalData();
        data.setProvisioningPayload(payload);
        try {
            return device.registerDeviceSync(data);
        } finally {
            device.close();
        }
    }

    /** An operator's program. */
    private static final class Program implements AutoCloseable {
        private final HttpServer server;
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private volatile int status;
        private volatile byte[] answer;

        Program() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
        }

        void answers(int next, String body) {
            answer = body.getBytes(StandardCharsets.UTF_8);
            status = next;
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/hub";
        }

        List<String> asked() {
            return asked;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
