package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import io.fairlead.endtoend.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Java device client makes of a refusal: an exception that carries the service's code. */
@ExtendWith(SdkClients.class)
class SdkRefusalIT {

    private static final String HUB = SharedServer.HUBS.get(2);

    private final SdkService service;

    SdkRefusalIT(SdkService service) {
        this.service = service;
    }

    @ParameterizedTest
    @EnumSource
    void registrationShouldBeRefusedWhenTheKeyIsWrong(EntryKind kind) throws Exception {
        SdkEntry entry = SdkEntry.of(kind, "wrong-key", HUB);
        service.save(entry);

        assertRefused(entry.device(), SdkEntry.keyOf("other"), "401002");
        assertThat(service.hubs().device(HUB, entry.device())).isEmpty();
    }

    @Test
    void registrationShouldBeRefusedWhenAGroupsOwnKeyIsShown() throws Exception {
        SdkEntry entry = SdkEntry.of(EntryKind.GROUP, "own-key", HUB);
        service.save(entry);

        assertRefused(entry.device(), entry.key(), "401002");
    }

    @ParameterizedTest
    @EnumSource
    void registrationShouldBeRefusedWhenTheEntryIsDisabled(EntryKind kind) throws Exception {
        SdkEntry entry = SdkEntry.of(kind, "disabled", HUB).disabled();
        service.save(entry);

        assertRefused(entry.device(), entry.deviceKey(), "401005");
    }

    private void assertRefused(String device, String key, String code) {
        assertThatThrownBy(() -> service.register(device, key))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining(code);
    }
}
