package io.fairlead.adapters.rest.paging;

import java.util.List;

/**
 * Which list a client walks over: what a continuation token is bound to.
 *
 * @param collection the kind of its items, as {@code x-ms-item-type} names it
 * @param within the group whose records are listed, in lower case; empty where the list is the whole collection
 * @param query the query text, without blanks around it
 */
public record ListName(String collection, String within, String query) {
    List<String> parts() {
        return List.of(collection, within, query);
    }
}
