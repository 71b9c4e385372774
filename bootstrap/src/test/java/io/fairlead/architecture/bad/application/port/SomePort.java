package io.fairlead.architecture.bad.application.port;

/** A port. */
public interface SomePort {
    int find();
}
