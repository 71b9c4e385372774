package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator unlinks the hub that devices are on; what becomes of their next registration is for their policies to say. */
class UnlinkedHubIT {

    private static final String GOING = "going.fairlead.local";
    private static final String STAYING = "staying.fairlead.local";

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
        }

        try (RunningServer server = RunningServer.start(options.with("FAIRLEAD_HUBS_SIMULATED", STAYING));
                SdkService service = new SdkService(server, HubWindow.into(server));
                SdkNetwork network = new SdkNetwork(server)) {
            assertThat(network).isNotNull();
            assertFails(service, latecomer, GOING);
            assertFails(service, never, GOING);
            assertThat(new OldDevice(server, never.device(), never.deviceKey()).register("2021-06-01"))
                    .contains("\"status\":\"failed\"", "\"errorCode\":400208", GOING);

            service.save(migrating.at(STAYING));
            assertFails(service, migrating, GOING);

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
