package io.fairlead.domain.attestation;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;

/** What a device proved, and what follows from it for the hubs that the device may be assigned to. */
public sealed interface ProvenIdentity permits DeviceCredential, TpmIdentity {

    /** What this hub shall accept from the device under this id. */
    DeviceCredential on(HubName hub, DeviceId device);

    /** A name for it that can be stored and compared without revealing a secret. */
    String fingerprint();
}
