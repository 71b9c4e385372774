package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.domain.device.TwinDocument;

/**
 * A document whose members are the operator's own (DPS {@code TwinCollection}), but for three names with which DPS
 * describes the collection: {@code version} and {@code count} are whole numbers of 32 bits, {@code metadata} an object.
 */
final class FreeDocument {
    private FreeDocument() {}

    static TwinDocument read(JsonMembers object) {
        checkCount(object, "version");
        checkCount(object, "count");
        object.object("metadata");
        return new TwinDocument(object.members());
    }

    private static void checkCount(JsonMembers object, String name) {
        object.whole(name).filter(number -> number != number.intValue()).ifPresent(number -> {
            throw object.refuse(name, "must be a whole number of at most 32 bits");
        });
    }
}
