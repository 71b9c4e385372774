package io.fairlead.architecture;

import java.util.List;

/**
 * A class that a rule does not bind. This is the only list of such; a test fails when one is no longer needed.
 *
 * @param className with everything nested in it
 */
record Exemption(int rule, String className, String reason) {

    static final List<Exemption> ALL = List.of(
            new Exemption(
                    21,
                    "io.fairlead.bootstrap.launch.LastingLogManager",
                    "whatever replaces the JDK's LogManager is one"),
            new Exemption(
                    23,
                    "io.fairlead.bootstrap.launch.Main",
                    "the launcher runs before the wiring and makes its own clock"),
            new Exemption(23, "io.fairlead.cli.Main", "the command line is a process of its own and has no wiring"),
            new Exemption(28, "io.fairlead.cli.Main", "the command line answers on the standard streams"),
            new Exemption(
                    24,
                    "io.fairlead.bootstrap.launch.Main",
                    "the launcher runs before the wiring and makes keys with its own generator"),
            new Exemption(
                    26,
                    "io.fairlead.bootstrap.launch.StartWatch",
                    "it watches a start that may hang before the runtime exists"),
            new Exemption(
                    26,
                    "io.fairlead.bootstrap.launch.PassingFolder",
                    "what is done at the end of a process is done by a thread of its own"),
            new Exemption(
                    26, "io.fairlead.bootstrap.edge.Doors", "the JVM takes a thread to run when it is told to end"),
            new Exemption(28, "io.fairlead.bootstrap.launch.Main", "the command line answers on the standard streams"),
            new Exemption(
                    28,
                    "io.fairlead.bootstrap.tls.CertificateIssuer",
                    "the certificate builder takes the old Date; it is made of an Instant on the spot"),
            new Exemption(
                    28,
                    "io.fairlead.domain.certificate.Certificate",
                    "X509Certificate answers with the old Date; it becomes an Instant on the spot"),
            new Exemption(
                    28,
                    "io.fairlead.domain.attestation.PkixPath",
                    "the path builder takes the old Date; it is made of an Instant on the spot"),
            new Exemption(
                    28,
                    "io.fairlead.bootstrap.tls.Fitness",
                    "X509Certificate answers with the old Date; it becomes an Instant on the spot"),
            new Exemption(
                    30,
                    "io.fairlead.application.processing.ProcessingService",
                    "it hands both to the parts that it puts together, and keeps neither"));

    static boolean covers(int rule, String className) {
        return ALL.stream().anyMatch(it -> it.rule == rule && it.isAbout(className));
    }

    boolean isAbout(String name) {
        return name.equals(className) || name.startsWith(className + "$");
    }

    @Override
    public String toString() {
        return className + " from rule " + rule + ": " + reason;
    }
}
