package io.fairlead.benchmarks.load;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.benchmarks.wire.DeviceCalls;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.HttpsConnection;
import io.fairlead.benchmarks.wire.OperatorCalls;
import io.fairlead.endtoend.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures operators' work: entries made and pages of a long list, each against the same SQL straight on the same
 * PostgreSQL, and what a request costs that is refused for its quota, against one that is not.
 */
public final class AdminProgram {
    private static final String MADE = "made";
    private static final String LISTED = "load";
    private static final int PAGE = 100;
    private static final int LARGEST = 1_000;
    private static final int DEVICES = 200_000;
    private static final Duration SOME = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LoadOptions options;
    private final LoadSite site;
    private final Endpoint endpoint;
    private final OperatorCalls operator;
    private final Population population;
    private final AtomicInteger made = new AtomicInteger();
    private final String template =
            new String(JsonText.write(LoadSite.likeTheTemplate(Population.id(MADE, 0))), StandardCharsets.UTF_8);

    private AdminProgram(LoadOptions options, LoadSite site) {
        this.options = options;
        this.site = site;
        this.endpoint = site.endpoint();
        this.operator = new OperatorCalls(endpoint);
        this.population = site.population();
    }

    public static void main(String... arguments) throws IOException {
        LoadOptions options = LoadOptions.parse(arguments);
        try (LoadSite site = LoadSite.start()) {
            System.out.println(new AdminProgram(options, site).measure().text());
        }
        Runtime.getRuntime().exit(0);
    }

    private AdminReport measure() throws IOException {
        AdminReport report = new AdminReport(options, population.text("show server_version"));
        site.enroll();
        population.copyEntries(LoadSite.TEMPLATE, LISTED, 0, options.few());
        warmUp();
        entries(report);
        // The floor has put one entry's sealed keys into all its rows, where nobody can open them.
        population.removeEntries(MADE);
        population.copyEntries(LoadSite.TEMPLATE, LISTED, options.few(), options.many());
        population.analyze();
        pages(report);
        refusals(report);
        return report;
    }

    private void warmUp() throws IOException {
        long end = System.nanoTime() + options.warmUp().toNanos();
        do {
            System.out.println(create("warm-up, entries", SOME).row());
            ListWalk walk = walk();
            System.out.println(
                    page("warm-up, pages", SOME, PAGE, walk::anywhere).row());
        } while (System.nanoTime() < end);
    }

    private void entries(AdminReport report) {
        report.add("create", create("entry made", options.time()));
        String probe = Population.id(MADE, made.getAndIncrement());
        StatementScore score = StatementScore.of(
                probe,
                LoggedStatement.in(site.statements().during(() -> {
                    try (HttpsConnection connection = new HttpsConnection(endpoint, PATIENCE)) {
                        operator.putIndividual(connection, probe, entry(probe));
                    }
                })),
                "");
        report.notes("an entry made is " + score.summary());
        report.add(
                "create-sql",
                play("the same SQL as an entry made", score, () -> Population.id(MADE, made.getAndIncrement())));
        report.speed("entry made : same SQL", "create", "create-sql", 0.4);
    }

    private void pages(AdminReport report) throws IOException {
        ListWalk walk = walk();
        report.notes("a walk by pages of 1,000 met %,d entries in %.1f s, %,d a second"
                .formatted(
                        walk.entries(),
                        walk.time().toMillis() / 1e3,
                        walk.entries() * 1000L / walk.time().toMillis()));
        report.add("start", page("page of 100 in the first twentieth", options.time(), PAGE, walk::nearTheStart));
        report.add("end", page("page of 100 in the last twentieth", options.time(), PAGE, walk::nearTheEnd));
        pages(report, walk, PAGE);
        pages(report, walk, LARGEST);
        report.cost("cost of a page, at the end : at the start", "end", "start", 1.2);
    }

    private void pages(AdminReport report, ListWalk walk, int size) {
        String name = "page of %,d anywhere".formatted(size);
        report.add(name, page(name, options.time(), size, walk::anywhere));
        int middle = walk.tokens().size() / 2;
        String place = Population.id(LISTED, (middle + 1) * ListWalk.SIZE - 1);
        StatementScore score = StatementScore.of(
                place, LoggedStatement.in(hearPageAfter(walk.tokens().get(middle), size)), "");
        report.notes("a " + name + " is " + score.summary());
        String sql = "the same SQL as a " + name;
        report.add(
                sql,
                play(
                        sql,
                        score,
                        () -> Population.id(LISTED, ThreadLocalRandom.current().nextInt(options.many() - size))));
        report.speed("page of %,d : same SQL".formatted(size), name, sql, 0.4);
    }

    /** All statements while one page is asked for; the score keeps those that name its place. */
    private List<String> hearPageAfter(String token, int size) {
        return site.statements().during(() -> {
            try (HttpsConnection connection = new HttpsConnection(endpoint, PATIENCE)) {
                operator.page(connection, size, Optional.of(token));
            }
        });
    }

    private void refusals(AdminReport report) {
        Devices devices = new Devices(
                Math.min(options.many(), DEVICES),
                number -> new DeviceCalls(endpoint.idScope(), Population.id(LISTED, number), LoadSite.KEY));
        Supplier<Optional<DeviceCalls>> once = devices.once();
        report.add(
                "first",
                new Measurement("first registration until assigned", site.cpu())
                        .run(
                                options.threads(),
                                options.time(),
                                thread -> new Registrations(endpoint, once, new LongAdder())));
        Supplier<Optional<DeviceCalls>> again = devices.around(Math.max(1, devices.begun() - options.threads()));
        Requests.Request register = connection -> again.get().orElseThrow().register(connection);
        Requests.Request read = connection -> operator.getIndividual(connection, LoadSite.TEMPLATE);
        report.add("repeat", ask("register with nothing to change", site.cpu(), endpoint, Set.of(202), register));
        report.add("read", ask("entry read", site.cpu(), endpoint, Set.of(200), read));
        refused(report, register, read);
        report.cost("cost of a register refused : a first registration", "register-refused", "first", 0.2);
        report.notes(Stream.of("first", "repeat", "register-refused", "read", "operation-refused")
                .map(key -> "%s %.2f".formatted(key, report.figures(key).cost()))
                .collect(Collectors.joining(", ", "processor time of server and PostgreSQL for one, ms: ", "")));
    }

    /** At a server of its own, whose quotas are used up by the first request. */
    private void refused(AdminReport report, Requests.Request register, Requests.Request read) {
        try (RunningServer limited = site.another(Map.of(
                "FAIRLEAD_QUOTAS_REGISTRATIONS_PER_MINUTE", "1", "FAIRLEAD_QUOTAS_OPERATIONS_PER_MINUTE", "1"))) {
            Endpoint there = Endpoint.of(limited);
            CpuTimes cpu = new CpuTimes(limited.pid());
            Set<Integer> mostly = Set.of(429, 200, 202);
            ask("warm-up", cpu, there, mostly, register);
            report.add("register-refused", ask("register refused", cpu, there, mostly, register));
            ask("warm-up", cpu, there, mostly, read);
            report.add("operation-refused", ask("operation refused", cpu, there, mostly, read));
        }
    }

    private Figures create(String name, Duration time) {
        return new Measurement(name, site.cpu())
                .run(
                        options.threads(),
                        time,
                        thread -> new Requests(endpoint, Set.of(200), connection -> {
                            String id = Population.id(MADE, made.getAndIncrement());
                            return operator.putIndividual(connection, id, entry(id));
                        }));
    }

    private byte[] entry(String id) {
        return template.replace(Population.id(MADE, 0), id).getBytes(StandardCharsets.UTF_8);
    }

    private Figures page(String name, Duration time, int size, Supplier<String> token) {
        return new Measurement(name, site.cpu())
                .run(
                        options.threads(),
                        time,
                        thread -> new Requests(
                                endpoint,
                                Set.of(200),
                                connection -> operator.page(connection, size, Optional.of(token.get()))));
    }

    private Figures play(String name, StatementScore score, Supplier<String> id) {
        return new Measurement(name, site.cpu())
                .run(
                        options.threads(),
                        options.time(),
                        thread -> new SqlFloor(site.database(), score, () -> Optional.of(id.get())));
    }

    private Figures ask(String name, CpuTimes cpu, Endpoint to, Set<Integer> expected, Requests.Request request) {
        return new Measurement(name, cpu)
                .run(options.threads(), options.time(), thread -> new Requests(to, expected, request));
    }

    private ListWalk walk() throws IOException {
        try (HttpsConnection connection = new HttpsConnection(endpoint, PATIENCE)) {
            return ListWalk.through(operator, connection);
        }
    }
}
