/**
 * Enrollment entries, their rules, and the selection of the one that speaks for a device. Touches identity, attestation,
 * allocation, device and reprovisioning (its policy).
 */
package io.fairlead.domain.enrollment;
