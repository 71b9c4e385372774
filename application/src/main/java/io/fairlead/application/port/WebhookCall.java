package io.fairlead.application.port;

import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Optional;

/**
 * What a webhook is told (DPS "Custom allocation" request).
 *
 * @param webhook the entry's, asked
 * @param entry goes along without its secrets
 * @param current where the device is now
 * @param offered the hubs that the answer may name; never empty
 * @param payload what the device sent, under the member {@code payload}
 */
public record WebhookCall(
        CustomAllocation webhook,
        Enrollment entry,
        RegistrationId registrationId,
        Optional<HubDeviceKey> current,
        List<HubName> offered,
        Optional<TwinDocument> payload) {
    public WebhookCall {
        offered = List.copyOf(offered);
    }
}
