package io.fairlead.architecture.bad.adapters.json;

import io.fairlead.architecture.bad.adapters.wire.NamesTransport;

/** Breaks rule 4: the JSON room is a leaf. */
public final class KnowsTheWire {
    String media(NamesTransport wire) {
        return wire.media();
    }
}
