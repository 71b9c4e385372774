package io.fairlead.adapters.rest.auth;

import io.fairlead.domain.attestation.SymmetricKeys;

/**
 * A policy under whose keys operators sign their tokens (DPS "shared access policy"). It carries all rights; a new
 * instance has one, {@code provisioningserviceowner}.
 *
 * @param name {@code skn} of its tokens; case-insensitive
 * @param keys either signs
 */
public record AccessPolicy(String name, SymmetricKeys keys) {}
