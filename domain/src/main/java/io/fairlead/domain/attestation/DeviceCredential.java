package io.fairlead.domain.attestation;

import java.util.function.Function;

/** What a hub shall accept from a device: the credential that its proof showed it holds. */
public sealed interface DeviceCredential permits CertificateCredential, KeyCredential {

    /** Exhaustive dispatch: a new kind of credential breaks every caller at compile time. */
    <R> R match(Function<CertificateCredential, R> certificate, Function<KeyCredential, R> keys);

    /** A name for this credential that can be stored and compared without revealing a secret. */
    String fingerprint();
}
