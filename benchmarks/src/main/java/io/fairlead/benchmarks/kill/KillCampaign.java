package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.Trees;
import io.fairlead.benchmarks.patched.PlantedBug;
import io.fairlead.endtoend.ServerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Kills servers in the middle of moves, again and again, and judges what their databases and hubs hold afterwards.
 *
 * <p>A round: devices move; a server dies at a random moment; the journal tells which steps that hit; hubs' users
 * interfere with the moves that are stuck; the work is taken over, by the other server or after a restart; then every
 * device must be where it was told, once, with the twin that is expected of it.
 */
public final class KillCampaign {
    private static final int EARLIEST_KILL_MILLIS = 20;
    private static final int LATEST_KILL_MILLIS = 300;
    private static final Duration SETTLING = Duration.ofSeconds(60);

    /** Slow enough that a kill meets every step, with an answer lost now and then. */
    private static final String FAULTS = """
            * * slow 8ms
            * * applied-but-timed-out probability=0.01
            * * timed-out probability=0.01
            """;

    private static final String NO_FAULTS = "";

    private final CampaignOptions options;
    private final Site site;
    private final SplittableRandom random;
    private final Violations violations = new Violations();
    private final Hits hits = new Hits();
    private final Judge judge = new Judge(violations);
    private final ChangeLogJudge log = new ChangeLogJudge(violations);
    private final PromiseJudge promises = new PromiseJudge(violations);
    private final AtomicLong written = new AtomicLong();
    private Fleet fleet;

    KillCampaign(CampaignOptions options, Site site) {
        this.options = options;
        this.site = site;
        this.random = new SplittableRandom(options.seed());
    }

    /** Exits with 1 when a promise was broken or the kills missed what they were to hit, 0 otherwise. */
    public static void main(String... arguments) throws IOException {
        CampaignOptions options = CampaignOptions.parse(arguments);
        CampaignReport report = run(options);
        System.out.println(report.text());
        Runtime.getRuntime().exit(report.isGood() ? 0 : 1);
    }

    /** Runs a campaign from an empty directory to its report. */
    static CampaignReport run(CampaignOptions options) throws IOException {
        Path directory = Files.createTempDirectory("fairlead-kill");
        try {
            ServerFolder folder = options.planted()
                    .map(bug -> PlantedBug.named(bug).into(ServerFolder.ofThisBuild(), directory.resolve("server")))
                    .orElseGet(ServerFolder::ofThisBuild);
            try (Site site = site(options, folder, directory)) {
                CampaignReport report = new KillCampaign(options, site).reported();
                keep(directory, !report.violations().found().isEmpty());
                return report;
            }
        } catch (RuntimeException | Error e) {
            keep(directory, true);
            throw e;
        }
    }

    /** What a broken promise leaves behind is what tells why it was broken. */
    private static void keep(Path directory, boolean isWorthIt) throws IOException {
        if (isWorthIt) {
            System.out.println("what is left of the campaign stays in " + directory);
        } else {
            Trees.delete(directory);
        }
    }

    /** Runs, and says what the servers said when it cannot go on. */
    private CampaignReport reported() {
        try {
            return run();
        } catch (RuntimeException | Error e) {
            System.out.println(site.said());
            throw e;
        }
    }

    private static Site site(CampaignOptions options, ServerFolder folder, Path directory) {
        return switch (options.database()) {
            case POSTGRESQL -> new PostgresSite(folder, directory);
            case H2 -> new EmbeddedSite(folder, directory);
        };
    }

    CampaignReport run() {
        Instant begin = Instant.now();
        System.out.printf("%s%n", options);
        site.script(NO_FAULTS);
        site.start();
        fleet = new Fleet(site.endpoints().get(0).idScope(), CampaignOptions.HUBS, random);
        settle();
        for (int kill = 1; kill <= options.kills(); kill++) {
            round(kill);
        }
        finish();
        return new CampaignReport(options, violations, hits, promises.judged(), Duration.between(begin, Instant.now()));
    }

    private void round(int kill) {
        // 1. Everybody moves, or on a database that cannot be looked at, some rest to be judged after the kill.
        site.start();
        List<FleetEntry> moving = site.isOpen() ? fleet.shuffled(random) : fleet.movingNext(random);
        site.script(FAULTS);
        Movement movement = move(moving);
        int delay = random.nextInt(EARLIEST_KILL_MILLIS, LATEST_KILL_MILLIS);
        movement.awaitProgress();
        Quiet.pause(delay);

        // 2. A server dies.
        String node = site.kill(random);
        Instant death = Instant.now();
        site.script(NO_FAULTS);
        movement.halt();

        // 3. Its journal, the state of the world, and those who interfere.
        site.use(database -> autopsy(kill, node, delay, database, moving));

        // 4. Somebody goes on with the work.
        site.revive();
        awaitQuiet(kill, death);
    }

    private Movement move(List<FleetEntry> entries) {
        return new Movement(options.movers(), site.endpoints(), entries, liveUsers(), random.split(), violations);
    }

    private void autopsy(int kill, String node, int delay, DataSource database, List<FleetEntry> moved) {
        Observation seen = ObservationQuery.in(database);
        List<Observation.Unfinished> victims = seen.unfinished().stream()
                .filter(operation -> operation.node().startsWith(node))
                .toList();
        hits.count(
                victims, seen.duties().values().stream().flatMap(List::stream).toList());
        System.out.printf(
                "kill %d/%d: %s after %d ms, %s%n", kill, options.kills(), node, delay, Hits.summary(victims));
        judge.always(seen);
        log.look(database);
        Map<String, FleetDevice> devices = fleet.devices();
        new Meddler(database, site.isOpen(), violations).meddle(victims, devices, users(database), random);
        if (!site.isOpen()) {
            List<FleetEntry> rested = fleet.entries().stream()
                    .filter(entry -> !moved.contains(entry))
                    .toList();
            atRest(rested, seen, database, false);
        }
    }

    private void atRest(List<FleetEntry> entries, Observation seen, DataSource database, boolean dutiesDone) {
        HubUsers users = users(database);
        for (FleetEntry entry : entries) {
            for (FleetDevice device : entry.devices()) {
                judge.atRest(device, seen, dutiesDone);
                if (seen.owedFor(device.id()).stream().allMatch(Observation.Owed::isForAnOperator)) {
                    promises.judge(device, database);
                }
                if (device.isSettled() && violations.found().isEmpty()) {
                    users.use(device, random);
                }
            }
        }
    }

    /** Waits until nothing is under way, without a device's help where that can be seen, and judges the fleet. */
    private void awaitQuiet(int kill, Instant death) {
        if (site.isOpen()) {
            site.use(database -> {
                Observation quiet = Quiet.await(
                        database, violations, death.plus(CampaignOptions.LEASE).plus(CampaignOptions.BOUND));
                System.out.printf(
                        "kill %d: the other server was done after %d ms, %d violations so far%n",
                        kill,
                        Duration.between(death, Instant.now()).toMillis(),
                        violations.found().size());
                judge.always(quiet);
                atRest(fleet.entries(), quiet, database, true);
                log.look(database);
            });
        } else {
            site.start();
            Instant end = Instant.now().plus(CampaignOptions.LEASE).plus(CampaignOptions.BOUND);
            Quiet.await(fleet.devices().values(), site.endpoints().get(0), violations, end);
        }
    }

    /** Lets every entry reach what it intends, without faults and kills. */
    private void settle() {
        site.start();
        List<FleetEntry> unsettled =
                fleet.entries().stream().filter(entry -> !entry.isSettled()).toList();
        Settlement.of(unsettled, site.endpoints().get(0), violations, SETTLING);
    }

    /** The end: everybody arrives, all duties are done, the servers stop in good order, everything is judged. */
    private void finish() {
        settle();
        if (site.isOpen()) {
            site.use(database -> Quiet.await(database, violations, Instant.now().plus(CampaignOptions.BOUND)));
        } else {
            Quiet.pause(Math.toIntExact(CampaignOptions.LEASE.plusSeconds(2).toMillis()));
        }
        site.stop();
        site.use(database -> {
            Observation end = ObservationQuery.in(database);
            judge.always(end);
            atRest(fleet.entries(), end, database, true);
            log.look(database);
            String twice = users(database).enabledTwice();
            violations.require(twice.isEmpty(), "I2, by the hubs' own judge: " + twice);
        });
    }

    private HubUsers users(DataSource database) {
        return new HubUsers(database, CampaignOptions.HUBS, written);
    }

    /** Who uses the hubs while devices move. */
    private Optional<HubUsers> liveUsers() {
        List<HubUsers> users = new ArrayList<>();
        if (site.isOpen()) {
            site.use(database -> users.add(users(database)));
        }
        return users.stream().findFirst();
    }
}
