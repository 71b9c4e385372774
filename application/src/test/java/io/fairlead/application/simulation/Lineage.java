package io.fairlead.application.simulation;

import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.TwinDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The model of a twin: every section holds one number under {@value #MEMBER}, no two writes use the same, and each
 * remembers the number that it was written over. So a number is not lost as long as something that was written over it,
 * or it itself, is still somewhere. Zero is an empty section.
 */
final class Lineage {
    static final String MEMBER = "v";
    private final List<Integer> parents = new ArrayList<>(List.of(0));

    /** A new number, written over this one. */
    int after(int parent) {
        parents.add(parent);
        return parents.size() - 1;
    }

    /** Whether nothing of the older number is missing where the newer one is. */
    boolean covers(int newer, int older) {
        for (int number = newer; number != 0; number = parents.get(number)) {
            if (number == older) {
                return true;
            }
        }
        return older == 0;
    }

    /** The numbers of tags, desired and reported. */
    static List<Integer> of(DeviceTwin twin) {
        return List.of(
                of(twin.tags()),
                of(twin.desired().content()),
                of(twin.reported().content()));
    }

    static int of(TwinDocument section) {
        return section.members().get(MEMBER) instanceof Long number ? number.intValue() : 0;
    }

    static TwinDocument document(int number) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(MEMBER, (long) number);
        return new TwinDocument(members);
    }
}
