package io.fairlead.architecture.bad.domain;

/** Breaks rule 25: settings are handed in. */
public final class AsksTheSystem {
    Object[] ask() {
        return new Object[] {System.getenv("HOME"), System.getProperty("user.home"), System.getProperties()};
    }
}
