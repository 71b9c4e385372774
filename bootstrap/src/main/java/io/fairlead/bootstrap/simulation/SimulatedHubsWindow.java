package io.fairlead.bootstrap.simulation;

import io.fairlead.adapters.hubsim.HubSimInspection;
import io.fairlead.adapters.json.InvalidJson;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinSection;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The management bean over the inspection of the simulated hubs. */
public final class SimulatedHubsWindow implements SimulatedHubsMXBean {

    private final Supplier<List<HubName>> hubs;
    private final HubSimInspection inspection;

    /** @param hubs that may hold devices */
    public SimulatedHubsWindow(Supplier<List<HubName>> hubs, HubSimInspection inspection) {
        this.hubs = hubs;
        this.inspection = inspection;
    }

    @Override
    public List<String> hubsHolding(String deviceId) {
        return hubs.get().stream()
                .filter(hub -> inspection
                        .look(new HubDeviceKey(hub, new DeviceId(deviceId)))
                        .isPresent())
                .map(HubName::value)
                .toList();
    }

    @Override
    public String device(String hub, String deviceId) {
        return inspection
                .look(key(hub, deviceId))
                .map(SimulatedHubsWindow::text)
                .orElse("");
    }

    @Override
    public void deviceReports(String hub, String deviceId, String patch) {
        refusable(() -> inspection.deviceReports(key(hub, deviceId), document(patch)));
    }

    @Override
    public void backEndPatches(String hub, String deviceId, String tags, String desired) {
        refusable(() -> inspection.backEndPatches(key(hub, deviceId), document(tags), document(desired)));
    }

    @Override
    public void thirdPartyCreates(String hub, String deviceId, String key, String tags, String desired) {
        SymmetricKey secret = new SymmetricKey(key);
        DeviceTwin twin = new DeviceTwin(document(tags), TwinSection.initial(document(desired)), TwinSection.EMPTY);
        refusable(() -> inspection.create(
                key(hub, deviceId),
                new DeviceState(HubDeviceStatus.ENABLED, DeviceCapabilities.NONE, twin, List.of()),
                new KeyCredential(new SymmetricKeys(secret, secret))));
    }

    /** Whoever looks through the management server knows no class of ours. */
    private static void refusable(Runnable write) {
        try {
            write.run();
        } catch (HubException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    private static HubDeviceKey key(String hub, String deviceId) {
        return new HubDeviceKey(new HubName(hub), new DeviceId(deviceId));
    }

    private static TwinDocument document(String json) {
        try {
            return new TwinDocument(
                    JsonText.parseObject(json.getBytes(StandardCharsets.UTF_8)).members());
        } catch (InvalidJson e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    private static String text(HubSnapshot device) {
        DeviceTwin twin = device.state().twin();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", device.state().status().enabled() ? "enabled" : "disabled");
        device.credentialFingerprint().ifPresent(credential -> tree.put("credential", credential));
        tree.put("tags", twin.tags().members());
        tree.put("desired", twin.desired().content().members());
        tree.put("reported", twin.reported().content().members());
        return new String(JsonText.write(tree), StandardCharsets.UTF_8);
    }
}
