package io.fairlead.application.fake;

import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.EnrollmentRef;

/** A reservation. */
record HeldCertificate(Thumbprint certificate, EnrollmentRef holder) {}
