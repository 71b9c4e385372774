package io.fairlead.adapters.rest.problem;

/** Names for requests, new each time: what a client quotes and the log can be searched for. Thread-safe. */
@FunctionalInterface
public interface TrackingIds {
    /** A name never given before, in the form of a GUID. */
    String next();
}
