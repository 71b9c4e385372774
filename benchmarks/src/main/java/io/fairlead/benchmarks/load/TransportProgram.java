package io.fairlead.benchmarks.load;

import static io.fairlead.benchmarks.load.TransportReport.key;

import io.fairlead.benchmarks.wire.DeviceIdentity;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Measures registrations over every transport beside HTTPS, each device over a connection that it keeps; what idle
 * connections cost; and what handshakes that nobody finishes do to others.
 */
public final class TransportProgram {
    private static final String FIRST = "first registration";
    private static final String REPEAT = "repeat with nothing to change";
    private static final String MOVE = "move with its state";
    private static final int ROUNDS = 2;
    private static final double KEPT = 0.9;
    private static final int FEW = 256;
    private static final int MOVERS = 500;
    private static final Duration WARM_UP_ROUND = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(5);

    /** Everything comes from one address here, and nothing may be closed while it is counted. */
    private static final Map<String, String> SETTINGS = Map.of(
            "FAIRLEAD_DEVICES_CONNECTIONS", "50000",
            "FAIRLEAD_DEVICES_CONNECTIONS_PER_ADDRESS", "50000",
            "FAIRLEAD_DEVICES_CONNECTIONS_PER_MINUTE", "1000000",
            "FAIRLEAD_DEVICES_HANDSHAKE_TIMEOUT", "10m",
            "FAIRLEAD_DEVICES_IDLE_TIMEOUT", "1h");

    private final TransportOptions options;
    private final LoadSite site;
    private final Endpoint endpoint;
    private final Population population;
    private final TransportReport report;
    private int sets;

    private TransportProgram(TransportOptions options, LoadSite site) {
        this.options = options;
        this.site = site;
        this.endpoint = site.endpoint();
        this.population = site.population();
        this.report = new TransportReport(options, population.text("show server_version"));
    }

    public static void main(String... arguments) throws IOException {
        TransportOptions options = TransportOptions.parse(arguments);
        // Fixed and touched from the start, as ServerMemory wants it.
        try (LoadSite site = LoadSite.start(SETTINGS, "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch")) {
            System.out.println(new TransportProgram(options, site).measure());
        }
        Runtime.getRuntime().exit(0);
    }

    private String measure() throws IOException {
        site.enroll();
        warmUp();

        // 1. All transports in turns, there and back, so that none gets a server that has learned more.
        List<Transport> order = new ArrayList<>(List.of(Transport.values()));
        for (int round = 0; round < ROUNDS; round++) {
            for (Transport transport : order) keptConnections(transport);
            Collections.reverse(order);
        }
        for (Transport transport : Transport.values()) {
            if (transport != Transport.HTTPS) compare(transport);
        }

        // 2. Those that say nothing.
        for (Transport transport : Transport.values()) {
            if (transport.idleAim() > 0) idle(transport);
        }

        // 3. Those that never finish saying who they are.
        for (Transport transport : Transport.values()) {
            if (transport.idleAim() > 0) halfOpen(transport);
        }
        return report.text();
    }

    private void warmUp() throws IOException {
        long end = System.nanoTime() + options.warmUp().toNanos();
        while (System.nanoTime() < end) {
            for (Transport transport : Transport.values()) {
                forget();
                try (Lines lines = open(transport, FEW)) {
                    System.out.println(run("warm-up, first, " + transport, LONG, lines.once())
                            .row());
                    System.out.println(run("warm-up, repeat, " + transport, WARM_UP_ROUND, around(lines))
                            .row());
                    site.flip();
                    System.out.println(run("warm-up, move, " + transport, LONG, lines.once())
                            .row());
                }
            }
        }
    }

    private void keptConnections(Transport transport) throws IOException {
        forget();
        try (Lines lines = open(transport, options.devices())) {
            report.add(key(transport, FIRST), run(key(transport, FIRST), LONG, lines.once()));
            report.add(key(transport, REPEAT), run(key(transport, REPEAT), options.time(), around(lines)));
        }
        forget();
        try (Lines lines = open(transport, Math.min(MOVERS, options.devices()))) {
            run("arrive", LONG, lines.once());
            site.flip();
            report.add(key(transport, MOVE), run(key(transport, MOVE), LONG, lines.once()));
        }
    }

    private void compare(Transport transport) {
        for (String what : List.of(FIRST, REPEAT, MOVE)) {
            report.atLeast(
                    "%s, %s : HTTPS".formatted(what, transport),
                    report.besideHttps(transport, what),
                    transport.besideHttps());
        }
    }

    private void idle(Transport transport) throws IOException {
        int count = Math.min(options.mostIdle(), transport.idleAim());
        String among = "repeat over %s, %,d idle beside it".formatted(transport, count);
        forget();
        try (Lines lines = open(transport, FEW)) {
            run("arrive", LONG, lines.once());
            String before = key(transport, "repeat before the crowd");
            report.add(before, run(before, options.time(), around(lines)));
            ServerMemory.Reading alone = site.memory().read();
            try (Crowd crowd = Crowd.idle(transport, endpoint, count, devices())) {
                ServerMemory.Reading crowded = site.memory().read();
                report.note("%,d idle connections over %s: %s".formatted(count, transport, crowded.since(alone)));
                report.atMost(
                        "MB for %,d idle connections over %s".formatted(count, transport),
                        crowded.beyond(alone),
                        transport.idleMegabytes());
                report.add(among, run(among, options.time(), around(lines)));
                crowd.demandAllOpen();
            }
            compareWith(before, among, lines);
        }
    }

    private void halfOpen(Transport transport) throws IOException {
        String among = "repeat over %s, %,d handshakes begun".formatted(transport, options.halfOpen());
        forget();
        try (Lines lines = open(transport, FEW)) {
            run("arrive", LONG, lines.once());
            String before = key(transport, "repeat before the handshakes");
            report.add(before, run(before, options.time(), around(lines)));
            try (Crowd crowd = Crowd.halfOpen(transport, endpoint, options.halfOpen())) {
                report.add(among, run(among, options.time(), around(lines)));
                crowd.demandAllOpen();
            }
            compareWith(before, among, lines);
        }
    }

    /** Against what was measured before and is measured again afterwards. */
    private void compareWith(String before, String among, Lines lines) {
        report.add(before, run(before + ", and after", options.time(), around(lines)));
        report.atLeast(among + " : without", report.rate(among) / report.rate(before), KEPT);
    }

    private Lines open(Transport transport, int count) {
        return Lines.open(transport, endpoint, count, devices());
    }

    /** Devices that nobody has seen. */
    private IntFunction<DeviceIdentity> devices() {
        String set = "set-" + sets++;
        return number -> site.member(Population.id(set, number));
    }

    private IntFunction<Work> around(Lines lines) {
        return lines.around(options.threads());
    }

    private Figures run(String name, Duration time, IntFunction<Work> works) {
        return new Measurement(name, site.cpu()).run(options.threads(), time, works);
    }

    /** Once the service has nothing left to do. */
    private void forget() {
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
        population.forgetDevices();
    }
}
