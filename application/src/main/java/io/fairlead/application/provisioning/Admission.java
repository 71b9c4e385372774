package io.fairlead.application.provisioning;

import io.fairlead.domain.attestation.ProvenIdentity;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.Optional;

/** A device that proved itself to an enabled entry, and its record if it has one. */
record Admission(Enrollment entry, ProvenIdentity identity, Optional<DeviceRegistration> registration) {}
