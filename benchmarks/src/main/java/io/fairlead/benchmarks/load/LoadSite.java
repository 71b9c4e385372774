package io.fairlead.benchmarks.load;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.benchmarks.Trees;
import io.fairlead.benchmarks.patched.PatchedServer;
import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.DeviceIdentity;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.EntryText;
import io.fairlead.benchmarks.wire.HttpsConnection;
import io.fairlead.benchmarks.wire.OperatorCalls;
import io.fairlead.benchmarks.wire.SharedAccess;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerFolder;
import io.fairlead.endtoend.ServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What is measured: one server on one PostgreSQL, with two hubs, an entry to copy and a group whose devices move. */
final class LoadSite implements AutoCloseable {
    /** Of every entry, and the group's own; Base64. */
    static final String KEY = "bG9hZC1wcm9ncmFtLWtleS1vZi10aGlydHktdHdvLWJ5dGVz";

    /** The individual entry that all others are copies of. */
    static final String TEMPLATE = "load-template";

    private static final List<String> HUBS = List.of("hub-1.load.test", "hub-2.load.test");
    private static final String GROUP = "load-movers";
    private static final String SECRETS_KEY = "bG9hZC1wcm9ncmFtLWtleS1vZi0zMi1ieXRlcy0hISE=";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final MeasuredPostgres postgres;
    private final DatabaseSettings settings;
    private final RunningServer server;
    private final Database database;
    private final AtomicInteger hub = new AtomicInteger();

    private LoadSite(Path directory, Map<String, String> settingsToo, String... jvmOptions) {
        this.directory = directory;
        this.postgres = new MeasuredPostgres(directory);
        this.settings = postgres.settings();
        ServerFolder folder =
                PatchedServer.with(ServerFolder.ofThisBuild(), directory.resolve("server"), "floor/FloorResource.java");
        ServerOptions options = ServerOptions.in(directory.resolve("data"))
                .from(folder)
                .withJvmOptions(jvmOptions)
                .with("FAIRLEAD_HUBS_SIMULATED", String.join(",", HUBS))
                .with("FAIRLEAD_SECRETS_KEY", SECRETS_KEY)
                .with("FAIRLEAD_QUOTAS_POLLS_PER_DEVICE", "off")
                .onDatabase(settings.url(), settings.user(), settings.password());
        this.server = RunningServer.start(with(options, settingsToo));
        this.database = Database.open(settings);
    }

    /** Starts both, in a directory that goes with them. */
    static LoadSite start() throws IOException {
        return start(Map.of(), "-Xmx1g");
    }

    /** The same with these settings and options of the server's JVM. */
    static LoadSite start(Map<String, String> settingsToo, String... jvmOptions) throws IOException {
        Path directory = Files.createTempDirectory("fairlead-load");
        // PostgreSQL may run as another user, who writes its log there.
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        return new LoadSite(directory, settingsToo, jvmOptions);
    }

    /** Another server on the same database, with these settings as well; it is its user's to close. */
    RunningServer another(Map<String, String> settingsToo) {
        ServerOptions options = ServerOptions.in(directory.resolve("another"))
                .withJvmOptions("-Xmx512m")
                .with("FAIRLEAD_HUBS_SIMULATED", String.join(",", HUBS))
                .with("FAIRLEAD_SECRETS_KEY", SECRETS_KEY)
                .with("FAIRLEAD_ID_SCOPE", endpoint().idScope())
                .with("FAIRLEAD_SERVICE_OWNER_KEY", endpoint().operatorKey())
                .onDatabase(settings.url(), settings.user(), settings.password());
        return RunningServer.start(with(options, settingsToo));
    }

    private static ServerOptions with(ServerOptions options, Map<String, String> settingsToo) {
        ServerOptions changed = options;
        for (Map.Entry<String, String> setting : settingsToo.entrySet()) {
            changed = changed.with(setting.getKey(), setting.getValue());
        }
        return changed;
    }

    Endpoint endpoint() {
        return Endpoint.of(server);
    }

    DatabaseSettings database() {
        return settings;
    }

    Population population() {
        return new Population(database.dataSource(), new Sealing(KeyRing.parse(SECRETS_KEY), new SecureRandom()));
    }

    CpuTimes cpu() {
        return new CpuTimes(server.pid());
    }

    ServerMemory memory() {
        return new ServerMemory(server.pid());
    }

    StatementLog statements() {
        return new StatementLog(database.dataSource(), postgres.log());
    }

    /** Does something while the server's process stands still. */
    <T> T whilePaused(Supplier<T> act) {
        signal("STOP");
        try {
            return act.get();
        } finally {
            signal("CONT");
        }
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The key of a device of the group, Base64. */
    static String keyOfMember(String device) {
        return SharedAccess.derivedKey(KEY, device);
    }

    /** Makes the entry to copy, and the group. */
    void enroll() {
        operate((operator, connection) ->
                operator.putIndividual(connection, TEMPLATE, entry(HUBS.get(0)).individual(TEMPLATE)));
        flip();
    }

    /** Makes a group like the other, whose devices show certificates of this authority. @param authority base64 */
    void enrollByCertificate(String authority) {
        operate((operator, connection) -> operator.putAuthority(connection, "load-authority", authority));
        Map<String, Object> entry = new HashMap<>(entry(HUBS.get(0)).group(GROUP + "-x509"));
        entry.put(
                "attestation",
                Map.of("type", "x509", "x509", Map.of("caReferences", Map.of("primary", "load-authority"))));
        operate((operator, connection) -> operator.putGroup(connection, GROUP + "-x509", entry));
    }

    /** A device of the group. */
    DeviceIdentity member(String id) {
        return new DeviceIdentity(endpoint().idScope(), id, keyOfMember(id));
    }

    /** Sends all devices of the group to the other hub. */
    void flip() {
        String next = HUBS.get(hub.getAndIncrement() % HUBS.size());
        operate((operator, connection) ->
                operator.putGroup(connection, GROUP, entry(next).group(GROUP)));
    }

    /** What an operator says of an entry that is like the template. */
    static Map<String, Object> likeTheTemplate(String id) {
        return entry(HUBS.get(0)).individual(id);
    }

    private static EntryText entry(String hub) {
        return new EntryText(
                KEY, hub, true, Map.of("interval", 60, "firmware", "1.4.2", "features", List.of("a", "b")));
    }

    private interface Order {
        Answer give(OperatorCalls operator, HttpsConnection connection) throws IOException;
    }

    private void operate(Order order) {
        Endpoint endpoint = endpoint();
        try (HttpsConnection connection = new HttpsConnection(endpoint, PATIENCE)) {
            Answer answer = order.give(new OperatorCalls(endpoint), connection);
            if (!answer.isSuccess()) {
                throw new IllegalStateException(answer.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
        server.kill();
        postgres.close();
        Trees.delete(directory);
    }
}
