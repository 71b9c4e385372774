package io.fairlead.application.port;

import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.EnrollmentRef;
import java.util.Optional;
import java.util.Set;

/**
 * Which enrollment entry holds which certificate: one certificate in one entry only, so that a presented chain leads to one.
 * Endorsement keys of TPMs are reserved likewise, by the SHA-256 of their bytes.
 * A reservation is a row of its own and is written before its entry.
 */
public interface CertificateReservationStore {
    Optional<EnrollmentRef> holder(Thumbprint certificate);

    /** Reserves a certificate that nobody holds; false when somebody does, then nothing is changed. */
    boolean reserve(Thumbprint certificate, EnrollmentRef holder);

    /** Hands a certificate over; false when it is not held by the first, then nothing is changed. */
    boolean reassign(Thumbprint certificate, EnrollmentRef from, EnrollmentRef to);

    /** Gives up what the holder holds, except what it keeps. May be repeated. */
    void release(EnrollmentRef holder, Set<Thumbprint> kept);
}
