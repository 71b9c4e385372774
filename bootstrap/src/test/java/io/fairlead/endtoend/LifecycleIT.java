package io.fairlead.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds from one start of a server to the next, and between two servers. */
class LifecycleIT {

    @Test
    void serverShouldStayItselfOverStopsAndKills(@TempDir Path directory) throws Exception {
        ServerOptions options = ServerOptions.in(directory.resolve("data"));
        Map<String, String> identity;
        String certificate;
        try (RunningServer server = RunningServer.start(options)) {
            identity = identity(server);
            certificate = certificate(server);
            assertThat(server.connection())
                    .containsOnlyKeys(
                            "idScope",
                            "serviceConnectionString",
                            "deviceEndpoint",
                            "mqttsEndpoint",
                            "amqpsEndpoint",
                            "httpEndpoint",
                            "caCertificate",
                            "dataDirectory");
            assertThat(server.idScope()).matches("0ne[0-9A-Z]{8}");
            assertThat(server.serviceConnectionString())
                    .matches(
                            "HostName=localhost;SharedAccessKeyName=provisioningserviceowner;SharedAccessKey=[A-Za-z0-9+/]+=*");
            assertThat(server.output().lines()).as("a quiet start").hasSize(1);
            assertThat(readableByOthers(server.dataDirectory())).isEmpty();

            CompletableFuture<Set<Integer>> answers = CompletableFuture.supplyAsync(() -> askUntilGone(server));
            assertThat(server.stop()).as("exit status after SIGTERM").isEqualTo(128 + 15);
            assertThat(answers.get())
                    .as("never 404, which devices take as final")
                    .isSubsetOf(401, 503);
            assertThat(server.output().lines().filter(line -> !line.contains("trackingId=")))
                    .as("a quiet stop, but for the refusals")
                    .hasSize(1);
        }

        try (RunningServer killed = RunningServer.start(options)) {
            assertThat(identity(killed)).isEqualTo(identity);
            assertThat(certificate(killed)).as("kept").isEqualTo(certificate);
            killed.kill();
        }

        try (RunningServer renamed = RunningServer.start(options.with("FAIRLEAD_HOST_NAMES", "dps.example.com"))) {
            assertThat(renamed.idScope()).isEqualTo(identity.get("idScope"));
            assertThat(authority(renamed)).as("devices go on trusting it").isEqualTo(identity.get("authority"));
            assertThat(certificate(renamed)).as("issued for the new name").isNotEqualTo(certificate);
            assertThat(renamed.deviceEndpoint()).startsWith("dps.example.com:");
            shakeHandsWith("dps.example.com", renamed);
            assertThatThrownBy(() -> shakeHandsWith("other.example.com", renamed))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void twoServersShouldRunFromOneFolderAndNotFromOneDirectory(@TempDir Path directory) throws IOException {
        ServerOptions options = ServerOptions.in(directory.resolve("one"));
        try (RunningServer one = RunningServer.start(options);
                RunningServer other = RunningServer.start(ServerOptions.in(directory.resolve("other")))) {
            assertThat(identity(other)).doesNotContainValue(one.idScope());

            FailedStart third = FailedStart.of(options);
            assertThat(third.status()).isEqualTo(3);
            assertThat(third.output())
                    .isEqualTo(
                            "fairlead: Another server uses the data directory %s. Stop it or set FAIRLEAD_DATA_DIR.%n"
                                    .formatted(one.dataDirectory()));
            assertThat(one.isAlive()).isTrue();
            assertThat(one.dataDirectory().resolve("connection.properties")).exists();
        }
    }

    /** As a client does that found the server under this name, trusts its authority alone, and checks the name. */
    private static void shakeHandsWith(String name, RunningServer server) throws IOException {
        int port = server.api("/").getPort();
        SSLSocketFactory factory = Trust.in(server.caCertificate()).getSocketFactory();
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) factory.createSocket(plain, name, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    /** The statuses of what an operator without a token is answered until the server cannot be reached any more. */
    private static Set<Integer> askUntilGone(RunningServer server) {
        HttpClient client = server.client();
        HttpRequest request = HttpRequest.newBuilder(server.api("/enrollments/a?api-version=2021-10-01"))
                .build();
        Set<Integer> statuses = new TreeSet<>();
        try {
            while (true) {
                statuses.add(client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
            }
        } catch (IOException e) {
            return statuses;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> identity(RunningServer server) throws IOException {
        Map<String, String> identity = new TreeMap<>(server.connection());
        identity.remove("deviceEndpoint");
        identity.remove("mqttsEndpoint");
        identity.remove("amqpsEndpoint");
        identity.remove("httpEndpoint");
        identity.put("authority", authority(server));
        return identity;
    }

    private static String authority(RunningServer server) throws IOException {
        return Files.readString(server.caCertificate());
    }

    private static String certificate(RunningServer server) throws IOException {
        return Files.readString(server.dataDirectory().resolve("tls/server.pem"));
    }

    private static Stream<Path> readableByOthers(Path directory) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        return Stream.of(
                        "id-scope",
                        "owner-key",
                        "connection.properties",
                        "tls/authority.pem",
                        "tls/server.pem",
                        "run/config/keystore.p12")
                .map(directory::resolve)
                .filter(file -> !mode(file).equals(Optional.of("rw-------")));
    }

    private static Optional<String> mode(Path file) {
        try {
            return Optional.of(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
