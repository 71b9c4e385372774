/**
 * The record the service keeps per device, its states, and what the allocation webhook said of it. Touches identity,
 * device, allocation, attestation and TPM structures.
 */
package io.fairlead.domain.registration;
