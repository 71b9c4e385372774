package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.DeviceCalls;
import io.fairlead.benchmarks.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Measures registrations against floors of the same run: the same SQL straight on the same PostgreSQL, and GETs that do
 * next to nothing on the same server.
 */
public final class LoadProgram {
    private static final String LONE = "load";
    private static final String CREW = "crew";
    private static final int MOVERS = 2_000;
    private static final int COPIES = 60_000;
    private static final Duration SOME = Duration.ofSeconds(8);

    private final LoadOptions options;
    private final LoadSite site;
    private final Endpoint endpoint;
    private final Population population;
    private final CpuTimes cpu;
    private final LongAdder polls = new LongAdder();
    private final Devices lone;
    private final Devices movers;

    private LoadProgram(LoadOptions options, LoadSite site) {
        this.options = options;
        this.site = site;
        this.endpoint = site.endpoint();
        this.population = site.population();
        this.cpu = site.cpu();
        this.lone = new Devices(options.few(), number -> lone(number));
        this.movers = new Devices(MOVERS, number -> {
            String id = Population.id(CREW, number);
            return new DeviceCalls(endpoint.idScope(), id, LoadSite.keyOfMember(id));
        });
    }

    private DeviceCalls lone(int number) {
        return new DeviceCalls(endpoint.idScope(), Population.id(LONE, number), LoadSite.KEY);
    }

    public static void main(String... arguments) throws IOException {
        LoadOptions options = LoadOptions.parse(arguments);
        try (LoadSite site = LoadSite.start()) {
            System.out.println(new LoadProgram(options, site).measure().text());
        }
        Runtime.getRuntime().exit(0);
    }

    private LoadReport measure() {
        LoadReport report = new LoadReport(options, population.text("show server_version"));
        site.enroll();
        population.copyEntries(LoadSite.TEMPLATE, LONE, 0, options.few());
        population.analyze();
        warmUp();

        // 1. The service, with few entries.
        report.add("first", first("first registration, %,d entries".formatted(options.few()), options.time(), lone));
        report.notes("polls for each first registration: %.1f".formatted(pollsEach(report.figures("first"))));
        long before = population.writes();
        report.add("repeat", repeat("repeat with nothing to change", options.time(), lone));
        report.notes("reads of whole tables so far: " + population.wholeTableReads());
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
        population.copyEntries(LoadSite.TEMPLATE, LONE, options.few(), options.many());
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
        Supplier<Optional<DeviceCalls>> next = movers.rounds(site::flip);
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
        Scores scores = new Scores(endpoint, population, site.statements());
        String probe = Population.id(LONE, 0);
        StatementScore first = scores.of(probe, lone(0));
        report.notes("a first registration is " + first.summary());
        report.add("first-sql", play("the same SQL as a first registration", first, LONE, 1, options.few()));

        String mover = Population.id(CREW, MOVERS);
        DeviceCalls calls = new DeviceCalls(endpoint.idScope(), mover, LoadSite.keyOfMember(mover));
        scores.of(mover, calls);
        for (String table : List.of("fairlead.registrations", "hubsim.device", "hubsim.device_change")) {
            population.copy(table, mover, CREW, MOVERS + 1, MOVERS + COPIES);
        }
        population.analyze();
        site.flip();
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
        // The service would go about the duties that the floor writes down.
        return site.whilePaused(() -> new Measurement(name, cpu)
                .run(options.threads(), options.time(), thread -> new SqlFloor(site.database(), score, devices)));
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
}
