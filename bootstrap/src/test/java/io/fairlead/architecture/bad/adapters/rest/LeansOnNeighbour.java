package io.fairlead.architecture.bad.adapters.rest;

import io.fairlead.architecture.bad.adapters.persistence.RowReader;

/** Breaks rule 4: adapters are strangers. */
public final class LeansOnNeighbour {
    int rows(RowReader reader) {
        return reader.rows();
    }
}
