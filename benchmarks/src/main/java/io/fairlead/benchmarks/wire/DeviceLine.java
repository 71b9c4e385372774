package io.fairlead.benchmarks.wire;

import java.io.IOException;
import java.net.Socket;

/** The connection of one device, kept open from request to request. For one thread. */
public interface DeviceLine extends AutoCloseable {

    /** @throws IOException when there is no answer; the line is of no more use then */
    Answer register() throws IOException;

    /**
     * Asks how an operation stands.
     *
     * @throws IOException when there is no answer; the line is of no more use then
     */
    Answer poll(String operation) throws IOException;

    /** Forgets all but the connection itself, which stays open as long as somebody holds it. */
    Socket abandon();

    @Override
    void close();
}
