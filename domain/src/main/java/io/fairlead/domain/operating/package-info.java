/**
 * What operators have said about the service itself: linked hubs, access policies, instance settings, accepted losses.
 * Touches identity, attestation (keys), allocation, and the stamp of enrollment entries.
 */
package io.fairlead.domain.operating;
