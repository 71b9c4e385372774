package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.DeviceCertificates;
import io.fairlead.benchmarks.wire.DeviceIdentity;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.Handshake;
import io.fairlead.benchmarks.wire.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Measures registrations of devices that show certificates beside those of devices with keys, each over a connection that
 * it keeps, by a group each; and full handshakes.
 */
public final class CertificateProgram {
    private static final String FIRST = "first registration by ";
    private static final String REPEAT = "repeat with nothing to change by ";
    private static final String HANDSHAKES = "full handshakes, P-256";
    private static final int ROUNDS = 2;
    private static final int FEW = 256;
    private static final double OF_KEYS = 0.6;
    private static final double HANDSHAKES_A_SECOND = 500;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration WARM_UP_ROUND = Duration.ofSeconds(5);

    private final TransportOptions options;
    private final LoadSite site;
    private final Endpoint endpoint;
    private final DeviceCertificates certificates = new DeviceCertificates();
    private final TransportReport report;
    private int sets;

    private CertificateProgram(TransportOptions options, LoadSite site) {
        this.options = options;
        this.site = site;
        this.endpoint = site.endpoint();
        this.report = new TransportReport(options, site.population().text("show server_version"));
    }

    /** What a device proves itself with. */
    private enum Proof {
        KEY,
        CERTIFICATE;

        String after(String what) {
            return what + (this == KEY ? "key" : "certificate");
        }
    }

    public static void main(String... arguments) throws IOException {
        TransportOptions options = TransportOptions.parse(arguments);
        try (LoadSite site = LoadSite.start(Map.of(), "-Xmx1g")) {
            System.out.println(new CertificateProgram(options, site).measure());
        }
        Runtime.getRuntime().exit(0);
    }

    private String measure() {
        site.enroll();
        site.enrollByCertificate(certificates.authority());
        warmUp();
        for (int round = 0; round < ROUNDS; round++) {
            for (Proof proof : Proof.values()) keptConnections(proof);
            report.add(HANDSHAKES, handshakes(options.time()));
        }
        compare(FIRST);
        compare(REPEAT);
        report.atLeast("full handshakes a second", report.rate(HANDSHAKES), HANDSHAKES_A_SECOND);
        return report.text();
    }

    private void warmUp() {
        long end = System.nanoTime() + options.warmUp().toNanos();
        while (System.nanoTime() < end) {
            for (Proof proof : Proof.values()) {
                try (Lines lines = open(proof, FEW)) {
                    System.out.println(run(proof.after("warm-up, first by "), LONG, lines.once())
                            .row());
                    System.out.println(run(proof.after("warm-up, repeat by "), WARM_UP_ROUND, around(lines))
                            .row());
                }
            }
            System.out.println(handshakes(WARM_UP_ROUND).row());
        }
    }

    private void keptConnections(Proof proof) {
        site.population().forgetDevices();
        try (Lines lines = open(proof, options.devices())) {
            String first = proof.after(FIRST);
            report.add(first, run(first, LONG, lines.once()));
            String repeat = proof.after(REPEAT);
            report.add(repeat, run(repeat, options.time(), around(lines)));
        }
    }

    private void compare(String what) {
        report.atLeast(
                what + "certificate : by key",
                report.rate(Proof.CERTIFICATE.after(what)) / report.rate(Proof.KEY.after(what)),
                OF_KEYS);
    }

    private Figures handshakes(Duration time) {
        return run(HANDSHAKES, time, thread -> new Handshakes(Handshake.of(endpoint, "shaking", certificates)));
    }

    private record Handshakes(Handshake handshake) implements Work {
        @Override
        public boolean once() throws IOException {
            handshake.once();
            return true;
        }
    }

    private Lines open(Proof proof, int count) {
        String set = "proof-" + sets++;
        IntFunction<DeviceIdentity> devices = number -> site.member(Population.id(set, number));
        return proof == Proof.KEY
                ? Lines.open(Transport.HTTPS, endpoint, count, devices)
                : Lines.open(certificates, endpoint, count, devices);
    }

    private IntFunction<Work> around(Lines lines) {
        return lines.around(options.threads());
    }

    private Figures run(String name, Duration time, IntFunction<Work> works) {
        return new Measurement(name, site.cpu()).run(options.threads(), time, works);
    }
}
