package io.fairlead.bootstrap.launch;

import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the container is set up. Two virtual servers keep two worlds apart: the plain listener reaches only {@value #INTERNAL}, which holds health and metrics;
 * the TLS listener reaches only the server that the WAR is deployed to.
 */
record ServerCommands(Listeners listeners, Path war) {

    private static final String INTERNAL = "internal";
    private static final String CONFIG = "configs.config.server-config.";
    private static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.";
    private static final String PROTOCOL = CONFIG + "network-config.protocols.protocol.";

    /** The REST layer refuses a message over 96 KB with words of its own; this is the wall behind it. */
    private static final int MOST_BODY_BYTES = 256 * 1024;

    private static final List<String> CIPHER_SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");

    /** Before the container starts: what a listener is when it opens. */
    void beforeBoot(AdminCommandRunner runner) {
        run(
                runner,
                "set",
                Stream.of(addresses(), limits("http-listener"), limits("https-listener"), tls())
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private List<String> addresses() {
        return List.of(
                LISTENER + "http-listener.address=" + listeners.address().getHostAddress(),
                LISTENER + "http-listener.port=" + listeners.httpPort(),
                LISTENER + "https-listener.address=" + listeners.address().getHostAddress(),
                LISTENER + "https-listener.port=" + listeners.httpsPort(),
                LISTENER + "https-listener.enabled=true");
    }

    /** A connection may carry any number of requests; a request may neither be large nor slow. */
    private static List<String> limits(String listener) {
        String http = PROTOCOL + listener + ".http.";
        return List.of(
                http + "http2-enabled=false",
                http + "max-connections=-1",
                http + "max-post-size-bytes=" + MOST_BODY_BYTES,
                http + "max-request-headers=64",
                http + "request-timeout-seconds=20",
                http + "timeout-seconds=60",
                http + "connection-upload-timeout-millis=5000",
                http + "upload-timeout-enabled=true",
                http + "trace-enabled=false",
                http + "server-header=false",
                http + "xpowered-by=false");
    }

    /** TLS 1.2 and 1.3 with a fresh key for every connection. A device's own certificate is not asked for. */
    private static List<String> tls() {
        String ssl = PROTOCOL + "https-listener.ssl.";
        return List.of(
                ssl + "tls12-enabled=true",
                ssl + "tls13-enabled=true",
                ssl + "ssl3-tls-ciphers=" + String.join(",", CIPHER_SUITES));
    }

    /** Once the container runs: who is reachable where, and then the WAR. */
    void afterBoot(AdminCommandRunner runner) {
        run(runner, "create-virtual-server", "--networklisteners=http-listener", "--hosts=internal.invalid", INTERNAL);
        run(
                runner,
                "set",
                PROTOCOL + "http-listener.http.default-virtual-server=" + INTERNAL,
                CONFIG + "http-service.virtual-server.server.network-listeners=https-listener");
        run(runner, "set-microprofile-healthcheck-configuration", "--enabled=true", "--virtualservers=" + INTERNAL);
        run(runner, "set-metrics-configuration", "--enabled=true", "--virtualservers=" + INTERNAL);
        run(runner, "set-openapi-configuration", "--enabled=false");
        run(runner, "deploy", "--virtualservers=server", "--contextroot=/", "--name=fairlead", war.toString());
    }

    private static void run(AdminCommandRunner runner, String command, String... arguments) {
        ClusterCommandResult result = runner.run(command, arguments);
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            throw new IllegalStateException("%s: %s".formatted(command, result.getOutput()), result.getFailureCause());
        }
    }
}
