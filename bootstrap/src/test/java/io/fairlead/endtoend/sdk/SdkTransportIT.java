package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import io.fairlead.endtoend.SharedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each scenario once over every transport: what a device is told does not depend on how it came. */
@ExtendWith(SdkClients.class)
class SdkTransportIT {

    private static final String A = SharedServer.HUBS.get(0);
    private static final String B = SharedServer.HUBS.get(1);
    /** A campaign of 200 in a row has other numbers: {@code benchmarks/sdk.sh}. */
    private static final int LANES = Integer.getInteger("fairlead.sdk.lanes", 8);

    private static final int TIMES = Integer.getInteger("fairlead.sdk.times", 3);

    private final SdkService service;

    SdkTransportIT(SdkService service) {
        this.service = service;
    }

    @OverEveryTransport
    void deviceOfItsOwnEntryShouldBeAssigned(DeviceTransport transport) throws Exception {
        assertAssigned(transport, entry(transport, EntryKind.INDIVIDUAL, "own"));
    }

    @OverEveryTransport
    void deviceOfAGroupShouldBeAssigned(DeviceTransport transport) throws Exception {
        assertAssigned(transport, entry(transport, EntryKind.GROUP, "group"));
    }

    @OverEveryTransport
    void deviceShouldMoveWithItsState(DeviceTransport transport) throws Exception {
        SdkEntry entry = entry(transport, EntryKind.INDIVIDUAL, "move").migrating();
        assertAssigned(transport, entry);
        service.hubs().deviceReports(A, entry.device(), "{\"firmware\":\"2.0\"}");
        service.save(entry.at(B));

        ProvisioningDeviceClientRegistrationResult result = service.register(transport, entry);

        assertThat(result.getIothubUri()).isEqualTo(B);
        assertThat(result.getSubstatus()).isEqualTo(ProvisioningDeviceClientSubstatus.DEVICE_DATA_MIGRATED);
        assertThat(service.hubs().device(B, entry.device())).contains("\"firmware\":\"2.0\"");
    }

    @OverEveryTransport
    void deviceShouldBeRefusedWhenItsKeyIsWrong(DeviceTransport transport) throws Exception {
        SdkEntry entry = entry(transport, EntryKind.INDIVIDUAL, "wrong-key");
        service.save(entry);

        assertRefused(transport, entry.device(), SdkEntry.keyOf("other"), "401002");
    }

    @OverEveryTransport
    void deviceShouldBeRefusedWhenItsEntryIsDisabled(DeviceTransport transport) throws Exception {
        SdkEntry entry = entry(transport, EntryKind.INDIVIDUAL, "disabled").disabled();
        service.save(entry);

        assertRefused(transport, entry.device(), entry.deviceKey(), "401005");
    }

    /** A client that loses an answer hangs for a minute and fails. */
    @OverEveryTransport
    void manyDevicesShouldRegisterManyTimesWithoutOneFailure(DeviceTransport transport) throws Exception {
        // Here, because an assumption that fails in a lane would look like a failure.
        transport.endpoint(service.server());
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                SdkEntry entry = entry(transport, EntryKind.INDIVIDUAL, "lane-" + i);
                running.add(lanes.submit(() -> {
                    for (int time = 0; time < TIMES; time++) assertAssigned(transport, entry);
                    return null;
                }));
            }
            for (Future<?> lane : running) lane.get();
        } finally {
            lanes.shutdownNow();
        }
    }

    private static SdkEntry entry(DeviceTransport transport, EntryKind kind, String name) {
        return SdkEntry.of(kind, transport.name().toLowerCase(Locale.ROOT) + "-" + name, A)
                .migrating();
    }

    private void assertAssigned(DeviceTransport transport, SdkEntry entry) throws Exception {
        service.save(entry);
        ProvisioningDeviceClientRegistrationResult result = service.register(transport, entry);
        assertThat(result.getIothubUri()).isEqualTo(A);
        assertThat(result.getDeviceId()).isEqualTo(entry.device());
    }

    private void assertRefused(DeviceTransport transport, String device, String key, String code) {
        assertThatThrownBy(() -> service.register(transport, device, key))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining(transport.reported(code));
    }
}
