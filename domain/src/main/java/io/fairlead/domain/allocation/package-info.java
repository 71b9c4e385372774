/**
 * Hubs as data and the choice among them; the hashed policy is a pure function of registration id and weights. Touches
 * identity.
 */
package io.fairlead.domain.allocation;
