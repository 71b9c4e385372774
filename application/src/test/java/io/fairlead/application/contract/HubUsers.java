package io.fairlead.application.contract;

import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinDocument;

/**
 * The others who use a hub beside the provisioning service: devices, back ends, operators. They ask nobody, expect no
 * version and are never made to fail. What they do to a device that is not there is a mistake of the test.
 */
public interface HubUsers {
    /** The device reports: a merge patch, null removes. */
    void deviceReports(HubDeviceKey key, TwinDocument patch);

    /** The back end patches tags and desired properties: merge patches, null removes. */
    void backEndPatches(HubDeviceKey key, TwinDocument tags, TwinDocument desired);

    /** An operator bans the device. */
    void operatorDisables(HubDeviceKey key, String reason);

    void operatorEnables(HubDeviceKey key);

    /** Somebody creates a device without our mark. */
    void thirdPartyCreates(HubDeviceKey key, DeviceState state, DeviceCredential credential);

    /** Somebody removes the device, whoever made it. */
    void thirdPartyRemoves(HubDeviceKey key);

    /** The device gains a module identity; the tags of the device itself do not move. */
    void addModule(HubDeviceKey key, ModuleState module);

    /** Whether a device that shows this credential is let in: it is there, enabled, and its credential is that. */
    boolean canConnect(HubDeviceKey key, DeviceCredential credential);
}
