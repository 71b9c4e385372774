package io.fairlead.transport.listener;

/** The event by which every connection is told that the service stops: finish what is under way, then close. */
public enum Closing {
    NOW
}
