package io.fairlead.benchmarks.kill;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.adapters.persistence.testing.EmbeddedPostgresServer;
import io.fairlead.adapters.persistence.testing.EmbeddedPostgresServer.Durability;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerFolder;
import io.fairlead.endtoend.ServerOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Two servers that share one PostgreSQL: when one dies, the other goes on with its work. */
final class PostgresSite implements Site {
    private final Map<String, Path> directories = new TreeMap<>();
    private final Map<String, ServerOptions> options = new TreeMap<>();
    private final Map<String, CompletableFuture<RunningServer>> servers = new LinkedHashMap<>();
    private final EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(Durability.DURABLE);
    private final Database database;

    PostgresSite(ServerFolder folder, Path directory) {
        DatabaseSettings settings = postgres.newDatabase();
        this.database = Database.open(settings);
        for (String node : List.of("node-a", "node-b")) {
            directories.put(node, directory.resolve(node));
            options.put(
                    node,
                    Servers.options(folder, directory.resolve(node), node)
                            .onDatabase(settings.url(), settings.user(), settings.password()));
        }
    }

    @Override
    public void start() {
        options.keySet().forEach(this::begin);
        servers.values().forEach(CompletableFuture::join);
    }

    private void begin(String node) {
        servers.computeIfAbsent(node, it -> CompletableFuture.supplyAsync(() -> Servers.start(options.get(node))));
    }

    @Override
    public List<Endpoint> endpoints() {
        return servers.values().stream()
                .map(CompletableFuture::join)
                .map(Endpoint::of)
                .toList();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public String kill(RandomGenerator random) {
        String node = List.copyOf(servers.keySet()).get(random.nextInt(servers.size()));
        servers.remove(node).join().kill();
        return node;
    }

    @Override
    public void use(Consumer<DataSource> act) {
        act.accept(database.dataSource());
    }

    @Override
    public void revive() {
        options.keySet().forEach(this::begin);
    }

    @Override
    public void script(String faults) {
        directories.values().forEach(directory -> FaultFile.write(Servers.faultScript(directory), faults));
    }

    @Override
    public void stop() {
        servers.values().forEach(server -> server.join().stop());
        servers.clear();
    }

    @Override
    public String said() {
        return servers.values().stream().map(server -> server.join().output()).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        servers.values().stream()
                .filter(server -> !server.isCompletedExceptionally())
                .forEach(server -> server.join().kill());
        database.close();
        postgres.close();
    }
}
