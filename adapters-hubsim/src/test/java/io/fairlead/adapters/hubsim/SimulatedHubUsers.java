package io.fairlead.adapters.hubsim;

import io.fairlead.application.contract.HubUsers;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinDocument;

/** The inspection as the contracts want it: what is not there is a mistake of the test. */
final class SimulatedHubUsers implements HubUsers {
    private final HubSimInspection inspection;

    SimulatedHubUsers(HubSimInspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public void deviceReports(HubDeviceKey key, TwinDocument patch) {
        inspection.deviceReports(key, patch);
    }

    @Override
    public void backEndPatches(HubDeviceKey key, TwinDocument tags, TwinDocument desired) {
        inspection.backEndPatches(key, tags, desired);
    }

    @Override
    public void operatorDisables(HubDeviceKey key, String reason) {
        inspection.operatorDisables(key, reason);
    }

    @Override
    public void operatorEnables(HubDeviceKey key) {
        inspection.operatorEnables(key);
    }

    @Override
    public void thirdPartyCreates(HubDeviceKey key, DeviceState state, DeviceCredential credential) {
        if (!inspection.create(key, state, credential)) {
            throw new IllegalStateException(key + " is there already");
        }
    }

    @Override
    public void thirdPartyRemoves(HubDeviceKey key) {
        if (!inspection.remove(key)) {
            throw new IllegalStateException(key + " is not there");
        }
    }

    @Override
    public void addModule(HubDeviceKey key, ModuleState module) {
        inspection.addModule(key, module);
    }

    @Override
    public boolean canConnect(HubDeviceKey key, DeviceCredential credential) {
        return inspection.canConnect(key, credential);
    }
}
