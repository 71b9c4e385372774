package io.fairlead.domain.attestation;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.function.Function;

/** What a hub shall accept from a device: the credential that its proof showed it holds. */
public sealed interface DeviceCredential extends ProvenIdentity permits CertificateCredential, KeyCredential {

    /** Exhaustive dispatch: a new kind of credential breaks every caller at compile time. */
    <R> R match(Function<CertificateCredential, R> certificate, Function<KeyCredential, R> keys);

    /** The same everywhere. */
    @Override
    default DeviceCredential on(HubName hub, DeviceId device) {
        return this;
    }
}
