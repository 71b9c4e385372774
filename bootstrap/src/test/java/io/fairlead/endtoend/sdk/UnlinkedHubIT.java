package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerOptions;
import io.fairlead.endtoend.operator.OperatorClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator unlinks the hub that devices are on; what becomes of their next registration is for their policies to say. */
class UnlinkedHubIT {

    private static final String GOING = "going.fairlead.local";
    private static final String STAYING = "staying.fairlead.local";

    private static final String LINK = "/operator/v1/hubs/" + GOING;

    private final SdkEntry never =
            SdkEntry.of(EntryKind.INDIVIDUAL, "never", GOING).staying();
    private final SdkEntry migrating =
            SdkEntry.of(EntryKind.INDIVIDUAL, "migrating", GOING).migrating();
    private final SdkEntry resetting =
            SdkEntry.of(EntryKind.GROUP, "resetting", GOING).resetting();
    private final SdkEntry latecomer =
            SdkEntry.of(EntryKind.GROUP, "latecomer", GOING).migrating();

    @Test
    void registrationShouldFailOrMoveAsThePolicySaysWhenTheHubWasUnlinked(@TempDir Path directory) throws Exception {
        ServerOptions options = ServerOptions.in(directory.resolve("data"))
                .with("FAIRLEAD_OPERATIONS_RETRY_AFTER", "1s")
                .with("FAIRLEAD_HUBS_SIMULATED", GOING + "," + STAYING);
        try (RunningServer server = RunningServer.start(options);
                SdkService service = new SdkService(server, HubWindow.into(server));
                SdkNetwork network = new SdkNetwork(server)) {
            assertThat(network).isNotNull();
            assertFails(service, latecomer, "404201");
            service.save(latecomer);
            for (SdkEntry entry : new SdkEntry[] {never, migrating, resetting}) {
                service.save(entry);
                assertThat(service.register(entry).getIothubUri()).isEqualTo(GOING);
            }

            OperatorClient operator = OperatorClient.owner(server);
            assertThat(operator.delete(LINK).body()).contains("\"errorCode\":409001", "3 devices are assigned");
            assertThat(operator.delete(LINK + "?force=true").body()).isEqualTo("{\"assignedDevices\":3}");
            assertFails(service, latecomer, GOING);
            assertFails(service, never, GOING);
            assertThat(new OldDevice(server, never.device(), never.deviceKey()).register("2021-06-01"))
                    .contains("\"status\":\"failed\"", "\"errorCode\":400208", GOING);

            service.save(migrating.at(STAYING));
            assertFails(service, migrating, GOING);

            // An operator who knows that the hub will not come back gives its state up.
            assertThat(operator.put("/operator/v1/losses/hubs/" + GOING, "{\"reason\":\"the site is gone\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(service.register(migrating))
                    .returns(STAYING, result -> result.getIothubUri())
                    .returns(ProvisioningDeviceClientSubstatus.DEVICE_DATA_RESET, result -> result.getSubstatus());

            service.save(resetting.at(STAYING));
            assertThat(service.register(resetting))
                    .returns(STAYING, result -> result.getIothubUri())
                    .returns(ProvisioningDeviceClientSubstatus.DEVICE_DATA_RESET, result -> result.getSubstatus());
        }
    }

    /** The operation is accepted and ends as failed; the SDK tells its message. */
    private static void assertFails(SdkService service, SdkEntry entry, String named) {
        assertThatThrownBy(() -> service.register(entry))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining(named);
    }
}
