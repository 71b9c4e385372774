package io.fairlead.benchmarks.load;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.benchmarks.Trees;
import io.fairlead.benchmarks.patched.PatchedServer;
import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.DeviceCalls;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Measures registrations against floors of the same run: the same SQL straight on the same PostgreSQL, and GETs that do
 * next to nothing on the same server.
 */
public final class LoadProgram implements AutoCloseable {
    private static final List<String> HUBS = List.of("hub-1.load.test", "hub-2.load.test");
    private static final String KEY = "bG9hZC1wcm9ncmFtLWtleS1vZi10aGlydHktdHdvLWJ5dGVz";
    private static final String TEMPLATE = "load-template";
    private static final String GROUP = "load-movers";
    private static final String LONE = "load";
    private static final String CREW = "crew";
    private static final int MOVERS = 2_000;
    private static final int COPIES = 60_000;
    private static final Duration SOME = Duration.ofSeconds(8);

    private final LoadOptions options;
    private final Path directory;
    private final MeasuredPostgres postgres;
    private final DatabaseSettings settings;
    private final RunningServer server;
    private final Endpoint endpoint;
    private final Database database;
    private final Population population;
    private final CpuTimes cpu;
    private final LongAdder polls = new LongAdder();
    private final AtomicInteger hub = new AtomicInteger();
    private final Devices lone;
    private final Devices movers;

    private LoadProgram(LoadOptions options, Path directory) {
        this.options = options;
        this.directory = directory;
        this.postgres = new MeasuredPostgres(directory);
        this.settings = postgres.settings();
        ServerFolder folder =
                PatchedServer.with(ServerFolder.ofThisBuild(), directory.resolve("server"), "floor/FloorResource.java");
        this.server = RunningServer.start(ServerOptions.in(directory.resolve("data"))
                .from(folder)
                .withJvmOptions("-Xmx1g")
                .with("FAIRLEAD_HUBS_SIMULATED", String.join(",", HUBS))
                .onDatabase(settings.url(), settings.user(), settings.password()));
        this.endpoint = Endpoint.of(server);
        this.database = Database.open(settings);
        this.population = new Population(database.dataSource());
        this.cpu = new CpuTimes(server.pid());
        this.lone = new Devices(options.few(), number -> lone(number));
        this.movers = new Devices(MOVERS, number -> {
            String id = Population.id(CREW, number);
            return new DeviceCalls(endpoint.idScope(), id, SharedAccess.derivedKey(KEY, id));
        });
    }

    private DeviceCalls lone(int number) {
        return new DeviceCalls(endpoint.idScope(), Population.id(LONE, number), KEY);
    }

    public static void main(String... arguments) throws IOException {
        LoadOptions options = LoadOptions.parse(arguments);
        Path directory = Files.createTempDirectory("fairlead-load");
        shareWithPostgres(directory);
        try (LoadProgram program = new LoadProgram(options, directory)) {
            System.out.println(program.measure().text());
        }
        Runtime.getRuntime().exit(0);
    }

    /** PostgreSQL may run as another user, who writes its log there. */
    private static void shareWithPostgres(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    private LoadReport measure() {
        LoadReport report = new LoadReport(options, population.text("show server_version"));
        enroll();
        population.copy("fairlead.enrollments", TEMPLATE, LONE, 0, options.few());
        population.analyze();
        warmUp();

        // 1. The service, with few entries.
        report.add("first", first("first registration, %,d entries".formatted(options.few()), options.time(), lone));
        report.notes("polls for each first registration: %.1f".formatted(pollsEach(report.figures("first"))));
        long before = population.writes();
        report.add("repeat", repeat("repeat with nothing to change", options.time(), lone));
        report.notes("rows written by %,d repeats: %d"
                .formatted(report.figures("repeat").count(), population.writes() - before));
        report.add("move", move("move with its state", options.time()));
        report.notes("polls for each move: %.1f".formatted(pollsEach(report.figures("move"))));

        // 2. What any answer of this server costs.
        report.add("hello", hello("trivial GET", SOME));
        report.add("pair", pair("two GETs, one indexed read each", options.time()));

        // 3. The same SQL without the service.
        floors(report);

        // 4. The service, with many entries.
        settle();
        population.forgetDevices();
        population.copy("fairlead.enrollments", TEMPLATE, LONE, options.few(), options.many());
        population.analyze();
        Devices spread = new Devices(
                options.few() * 3, number -> lone(ThreadLocalRandom.current().nextInt(options.many())));
        first("settling", SOME, spread);
        settle();
        population.forgetDevices();
        report.add(
                "first-many",
                first("first registration, %,d entries".formatted(options.many()), options.time(), spread));
        report.add("repeat-many", repeat("repeat, %,d entries".formatted(options.many()), options.time(), spread));
        return report;
    }

    private double pollsEach(Figures figures) {
        return polls.sumThenReset() / (double) Math.max(1, figures.count());
    }

    private void enroll() {
        operate((operator, connection) ->
                operator.putIndividual(connection, TEMPLATE, entry(HUBS.get(0)).individual(TEMPLATE)));
        flip();
    }

    /** Sends all movers to the other hub. */
    private void flip() {
        String next = HUBS.get(hub.getAndIncrement() % HUBS.size());
        operate((operator, connection) ->
                operator.putGroup(connection, GROUP, entry(next).group(GROUP)));
    }

    private static EntryText entry(String hub) {
        return new EntryText(
                KEY, hub, true, Map.of("interval", 60, "firmware", "1.4.2", "features", List.of("a", "b")));
    }

    private interface Order {
        Answer give(OperatorCalls operator, HttpsConnection connection) throws IOException;
    }

    private void operate(Order order) {
        try (HttpsConnection connection = new HttpsConnection(endpoint, SOME)) {
            Answer answer = order.give(new OperatorCalls(endpoint), connection);
            if (!answer.isSuccess()) {
                throw new IllegalStateException(answer.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that will be measured, in turns, until the time is over. */
    private void warmUp() {
        long end = System.nanoTime() + options.warmUp().toNanos();
        while (System.nanoTime() < end) {
            System.out.println(first("warm-up, first", SOME, lone).row());
            System.out.println(repeat("warm-up, repeat", SOME, lone).row());
            System.out.println(move("warm-up, move", SOME).row());
            System.out.println(pair("warm-up, GETs", Duration.ofSeconds(4)).row());
            settle();
            population.forgetDevices();
        }
        hello("warm-up", Duration.ofSeconds(4));
        polls.reset();
    }

    private Figures first(String name, Duration time, Devices devices) {
        Supplier<Optional<DeviceCalls>> next = devices.once();
        return new Measurement(name, cpu)
                .run(options.threads(), time, thread -> new Registrations(endpoint, next, polls));
    }

    /** Of those that have registered just now. */
    private Figures repeat(String name, Duration time, Devices devices) {
        Supplier<Optional<DeviceCalls>> next = devices.around(Math.max(1, devices.begun() - options.threads()));
        return new Measurement(name, cpu)
                .run(options.threads(), time, thread -> new Registrations(endpoint, next, new LongAdder()));
    }

    /** All movers are on a hub before; each round sends them to the other one. */
    private Figures move(String name, Duration time) {
        Supplier<Optional<DeviceCalls>> arrive = movers.once();
        new Measurement("arrive", cpu)
                .run(
                        options.threads(),
                        Duration.ofMinutes(5),
                        thread -> new Registrations(endpoint, arrive, new LongAdder()));
        polls.reset();
        Supplier<Optional<DeviceCalls>> next = movers.rounds(this::flip);
        return new Measurement(name, cpu)
                .run(options.threads(), time, thread -> new Registrations(endpoint, next, polls));
    }

    private Figures hello(String name, Duration time) {
        return new Measurement(name, cpu)
                .run(options.threads(), time, thread -> new FloorGets(endpoint, () -> List.of("hello")));
    }

    private Figures pair(String name, Duration time) {
        Supplier<String> path =
                () -> "read/" + Population.id(LONE, ThreadLocalRandom.current().nextInt(options.few()));
        return new Measurement(name, cpu)
                .run(options.threads(), time, thread -> new FloorGets(endpoint, () -> List.of(path.get(), path.get())));
    }

    private void floors(LoadReport report) {
        settle();
        population.forgetDevices();
        Scores scores = new Scores(endpoint, population, new StatementLog(database.dataSource(), postgres.log()));
        String probe = Population.id(LONE, 0);
        StatementScore first = scores.of(probe, lone(0));
        report.notes("a first registration is " + first.summary());
        report.add("first-sql", play("the same SQL as a first registration", first, LONE, 1, options.few()));

        String mover = Population.id(CREW, MOVERS);
        DeviceCalls calls = new DeviceCalls(endpoint.idScope(), mover, SharedAccess.derivedKey(KEY, mover));
        scores.of(mover, calls);
        for (String table : List.of("fairlead.registrations", "hubsim.device", "hubsim.device_change")) {
            population.copy(table, mover, CREW, MOVERS + 1, MOVERS + COPIES);
        }
        population.analyze();
        flip();
        StatementScore move = scores.of(mover, calls);
        report.notes("a move is " + move.summary());
        report.add("move-sql", play("the same SQL as a move", move, CREW, MOVERS + 1, MOVERS + COPIES));
    }

    private Figures play(String name, StatementScore score, String prefix, int from, int to) {
        AtomicInteger next = new AtomicInteger(from);
        Supplier<Optional<String>> devices = () -> {
            int number = next.getAndIncrement();
            return number < to ? Optional.of(Population.id(prefix, number)) : Optional.empty();
        };
        return new Measurement(name, cpu)
                .run(
                        options.threads(),
                        options.time(),
                        thread -> new SqlFloor(settings.url(), settings.user(), settings.password(), score, devices));
    }

    /** Waits until the service has nothing left to do. */
    private void settle() {
        try {
            for (int look = 0; population.unfinished() > 0; look++) {
                if (look > 600) {
                    throw new IllegalStateException("the service does not come to rest");
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
