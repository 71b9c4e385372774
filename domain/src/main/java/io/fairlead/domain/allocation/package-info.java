/**
 * Hubs as data and the choice among them: a pure function of the entry's wish, the linked hubs, what is known of where
 * the device is, and what the operator's webhook said. Touches identity.
 */
package io.fairlead.domain.allocation;
