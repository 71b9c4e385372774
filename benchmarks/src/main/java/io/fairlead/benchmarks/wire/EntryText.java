package io.fairlead.benchmarks.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator says of an enrollment entry, as the service API takes it.
 *
 * @param key Base64; primary and secondary alike
 * @param hub the only hub that the devices may be on
 * @param migrate whether a move carries the device's state or resets it
 * @param desired the desired properties of the initial twin
 */
public record EntryText(String key, String hub, boolean migrate, Map<String, Object> desired) {
    public Map<String, Object> individual(String registrationId) {
        return entry("registrationId", registrationId);
    }

    public Map<String, Object> group(String id) {
        return entry("enrollmentGroupId", id);
    }

    private Map<String, Object> entry(String idName, String id) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(idName, id);
        entry.put(
                "attestation",
                Map.of("type", "symmetricKey", "symmetricKey", Map.of("primaryKey", key, "secondaryKey", key)));
        entry.put("allocationPolicy", "static");
        entry.put("iotHubs", List.of(hub));
        entry.put("reprovisionPolicy", Map.of("updateHubAssignment", true, "migrateDeviceData", migrate));
        entry.put(
                "initialTwin",
                Map.of("tags", Map.of("made-by", "benchmarks"), "properties", Map.of("desired", desired)));
        return entry;
    }
}
