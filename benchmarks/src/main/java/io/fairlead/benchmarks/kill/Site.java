package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.wire.Endpoint;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** The servers of a campaign and the database under them. */
interface Site extends AutoCloseable {
    /** Starts what a round needs; returns when it is ready. */
    void start();

    /** The servers that run. */
    List<Endpoint> endpoints();

    /** Whether the database can be used while servers run. */
    boolean isOpen();

    /** Kills one server by SIGKILL. Returns the name of its node when it is dead. */
    String kill(RandomGenerator random);

    /** Uses the database: at any time where it {@link #isOpen()}, else only while no server runs. */
    void use(Consumer<DataSource> act);

    /** Begins to start the killed server again; {@link #start()} waits for it. */
    void revive();

    /** How all hubs shall behave, as a fault script; in force for every call from 200 ms later on. */
    void script(String faults);

    /** Asks all servers to end in good order. */
    void stop();

    /** What the servers that run have printed. */
    String said();

    @Override
    void close();
}
