package io.fairlead.domain.operation;

import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.util.Optional;

/**
 * What a request said that its processing needs later. No credential: that is derived again from the entry.
 *
 * @param presentedId the registration id as written in this request; a derived key depends on its case
 * @param credentialFingerprint the name of the credential that the request proved
 * @param payload the device's data for the allocation webhook, under the member {@code payload}
 * @param origin what is known of where the request came from
 */
public record RequestFacts(
        RegistrationId presentedId,
        String credentialFingerprint,
        ReprovisioningSupport support,
        Optional<TwinDocument> payload,
        RequestOrigin origin) {}
