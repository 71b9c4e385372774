package io.fairlead.architecture.bad.application.provisioning;

/** A door. */
public interface SomeDoor {
    int enter();
}
