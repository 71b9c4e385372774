/**
 * Decision and plan: what to do with a device's assignment and state, and the saga that does it, as values. Touches
 * identity, allocation, device and registration; not enrollment, whose policy and initial configuration are handed in.
 */
package io.fairlead.domain.reprovisioning;
