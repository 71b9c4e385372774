package io.fairlead.adapters.rest.service;

import jakarta.ws.rs.NotAllowedException;

/** The word {@code query} where an id could stand: a POST to an id is a query when the id is that word, else no method. */
final class QueryWord {
    private QueryWord() {}

    static void demand(String id) {
        if (!id.equalsIgnoreCase("query")) {
            throw new NotAllowedException("GET", new String[] {"PUT", "DELETE"});
        }
    }
}
