package io.fairlead.domain.attestation;

import java.util.function.Function;
import java.util.function.Supplier;

/** What a device showed with its request. */
public sealed interface DeviceProof permits CertificateProof, SharedAccessProof, DeviceProof.None {

    /** Exhaustive dispatch: a new kind of proof breaks every caller at compile time. */
    <R> R match(
            Function<CertificateProof, R> certificate, Function<SharedAccessProof, R> sharedAccess, Supplier<R> none);

    /** A request that showed nothing. */
    record None() implements DeviceProof {
        @Override
        public <R> R match(
                Function<CertificateProof, R> certificate,
                Function<SharedAccessProof, R> sharedAccess,
                Supplier<R> none) {
            return none.get();
        }
    }
}
