package io.fairlead.adapters.persistence.document;

import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.registration.HubAssignment;

/** Devices on hubs, as stored. */
public final class DeviceForm {
    private DeviceForm() {}

    public static DocumentWriter of(HubDeviceKey key) {
        return new DocumentWriter()
                .put("hub", key.hub().value())
                .put("device", key.device().value());
    }

    public static HubDeviceKey key(DocumentReader stored) {
        return new HubDeviceKey(new HubName(stored.text("hub")), new DeviceId(stored.text("device")));
    }

    public static DocumentWriter of(HubAssignment assignment) {
        return of(assignment.key())
                .put("incarnation", assignment.incarnation())
                .put("credential", assignment.credentialFingerprint());
    }

    public static HubAssignment assignment(DocumentReader stored) {
        return new HubAssignment(key(stored), stored.text("incarnation"), stored.text("credential"));
    }

    public static DocumentWriter of(HubDeviceStatus status) {
        return new DocumentWriter().put("enabled", status.enabled()).putIfPresent("reason", status.reason(), it -> it);
    }

    public static HubDeviceStatus status(DocumentReader stored) {
        return new HubDeviceStatus(stored.truth("enabled"), stored.maybeText("reason"));
    }

    public static DocumentWriter of(HubSnapshot snapshot) {
        return of(snapshot.key())
                .put("state", of(snapshot.state()))
                .put("versions", of(snapshot.versions()))
                .putIfPresent("mark", snapshot.mark(), DeviceForm::of)
                .putIfPresent("credential", snapshot.credentialFingerprint(), it -> it);
    }

    public static HubSnapshot snapshot(DocumentReader stored) {
        return new HubSnapshot(
                key(stored),
                stored.object("state", DeviceForm::state),
                stored.object("versions", DeviceForm::versions),
                stored.maybeObject("mark", DeviceForm::mark),
                stored.maybeText("credential"));
    }

    private static DocumentWriter of(DeviceState state) {
        return new DocumentWriter()
                .put("status", of(state.status()))
                .put("iotEdge", state.capabilities().iotEdge())
                .put("twin", TwinForm.of(state.twin()))
                .put("modules", state.modules(), DeviceForm::of);
    }

    private static DeviceState state(DocumentReader stored) {
        return new DeviceState(
                stored.object("status", DeviceForm::status),
                new DeviceCapabilities(stored.truth("iotEdge")),
                stored.object("twin", TwinForm::twin),
                stored.objects("modules", DeviceForm::module));
    }

    private static DocumentWriter of(ModuleState module) {
        return new DocumentWriter().put("id", module.moduleId()).put("twin", TwinForm.of(module.twin()));
    }

    private static ModuleState module(DocumentReader stored) {
        return new ModuleState(stored.text("id"), stored.object("twin", TwinForm::twin));
    }

    private static DocumentWriter of(HubVersions versions) {
        return new DocumentWriter()
                .put("incarnation", versions.incarnation())
                .put("identity", versions.identityTag())
                .put("twin", versions.twinTag());
    }

    private static HubVersions versions(DocumentReader stored) {
        return new HubVersions(stored.text("incarnation"), stored.text("identity"), stored.text("twin"));
    }

    private static DocumentWriter of(OwnershipMark mark) {
        return new DocumentWriter()
                .put("instance", mark.instance().value())
                .put("operation", mark.operation().value());
    }

    private static OwnershipMark mark(DocumentReader stored) {
        return new OwnershipMark(new IdScope(stored.text("instance")), new OperationId(stored.text("operation")));
    }
}
