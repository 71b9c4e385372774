package io.fairlead.domain.attestation;

import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Instant;

/**
 * A device says who it is.
 *
 * @param scope of this service
 * @param proof what it shows for that
 * @param at when; proofs are judged at this instant
 */
public record IdentityClaim(IdScope scope, RegistrationId id, DeviceProof proof, Instant at) {}
