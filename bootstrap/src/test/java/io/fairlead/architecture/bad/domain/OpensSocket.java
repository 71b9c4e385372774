package io.fairlead.architecture.bad.domain;

import java.io.IOException;
import java.net.Socket;

/** Breaks rule 1: the domain talks to nobody. */
public final class OpensSocket {
    void open() throws IOException {
        new Socket().close();
    }
}
