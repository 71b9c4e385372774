package io.fairlead.architecture.bad.adapters.rest;

import com.fasterxml.jackson.core.JsonParser;
import jakarta.json.JsonObject;

/** Breaks rule 10: JSON is read in one room. */
public final class ParsesJsonItself {
    boolean isOpen(JsonParser parser) {
        return !parser.isClosed();
    }

    int size(JsonObject object) {
        return object.size();
    }
}
