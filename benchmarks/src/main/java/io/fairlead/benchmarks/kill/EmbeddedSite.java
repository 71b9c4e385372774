package io.fairlead.benchmarks.kill;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerFolder;
import io.fairlead.endtoend.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** One server on its embedded database, which nobody else can use while it runs. */
final class EmbeddedSite implements Site {
    private static final String NODE = "node-a";

    private final Path directory;
    private final ServerOptions options;
    private RunningServer server;

    EmbeddedSite(ServerFolder folder, Path directory) {
        this.directory = directory;
        this.options = Servers.options(folder, directory, NODE);
    }

    @Override
    public void start() {
        if (server == null) {
            server = Servers.start(options);
        }
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.of(server));
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public String kill(RandomGenerator random) {
        server.kill();
        server = null;
        return NODE;
    }

    @Override
    public void use(Consumer<DataSource> act) {
        if (server != null) {
            throw new IllegalStateException("the server has the database for itself");
        }
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            act.accept(database.dataSource());
        }
    }

    @Override
    public void revive() {
        // Starting is all there is to it.
    }

    @Override
    public void script(String faults) {
        FaultFile.write(Servers.faultScript(directory), faults);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public String said() {
        return server == null ? "" : server.output();
    }

    @Override
    public void close() {
        if (server != null) {
            server.kill();
        }
    }
}
