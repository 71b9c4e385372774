package io.fairlead.domain.reprovisioning;

/**
 * What an enrollment entry says about devices that come again (DPS {@code reprovisionPolicy}). Its absence on an entry
 * has a meaning of its own, see {@link EffectivePolicy}; so nothing fills it in.
 *
 * @param updateHubAssignment whether the allocation is run again
 * @param migrateDeviceData whether the device state goes along when the hub changes; without meaning when the assignment
 *     is never updated
 */
public record ReprovisionPolicy(boolean updateHubAssignment, boolean migrateDeviceData) {}
