package io.fairlead.architecture.bad.transport;

import io.fairlead.architecture.bad.adapters.wire.NamesTransport;

/** Breaks rule 4: the transport knows nothing of the service. */
public final class KnowsTheService {
    String media(NamesTransport wire) {
        return wire.media();
    }
}
