package io.fairlead.domain.device;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a twin a hub accepts, counted as IoT Hub does (IoT Hub "Understand device twins", device twin size).
 *
 * @param tagsBytes limit of the tags
 * @param desiredBytes limit of the desired properties
 * @param reportedBytes limit of the reported properties
 */
public record TwinLimits(int tagsBytes, int desiredBytes, int reportedBytes) {
    /** IoT Hub's own limits. */
    public static final TwinLimits IOT_HUB = new TwinLimits(8 * 1024, 32 * 1024, 32 * 1024);

    /** What in this twin breaks a rule, in words that name the place; empty when all is well. */
    public List<String> violations(DeviceTwin twin) {
        List<String> found = new ArrayList<>();
        check("tags", twin.tags(), tagsBytes, found);
        check("properties.desired", twin.desired().content(), desiredBytes, found);
        check("properties.reported", twin.reported().content(), reportedBytes, found);
        return found;
    }

    private static void check(String name, TwinDocument document, int limit, List<String> found) {
        found.addAll(TwinRules.violations(name, document));
        int size = TwinRules.size(document);
        if (size > limit) {
            found.add(name + " has " + size + " bytes, the limit is " + limit);
        }
    }
}
