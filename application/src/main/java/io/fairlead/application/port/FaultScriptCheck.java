package io.fairlead.application.port;

import java.util.Optional;

/** Knows what a fault script of the simulated hubs may say. Thread-safe. */
@FunctionalInterface
public interface FaultScriptCheck {
    /** What is wrong with a script, naming the line; empty when it can be followed. */
    Optional<String> fault(String text);
}
