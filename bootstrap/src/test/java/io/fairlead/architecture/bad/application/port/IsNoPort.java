package io.fairlead.architecture.bad.application.port;

/** Breaks rule 15: a port is an interface. */
public class IsNoPort {
    int find() {
        return 1;
    }
}
