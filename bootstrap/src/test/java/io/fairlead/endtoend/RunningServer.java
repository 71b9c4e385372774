package io.fairlead.endtoend;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A server that is ready, and what its {@code connection.properties} tells clients. Closing it stops it. */
public final class RunningServer implements AutoCloseable {

    /**
     * What the launcher says when the container cannot come up. A free port may be taken by another process between its
     * choice and its use, so such a start is made once more.
     */
    private static final String CONTAINER_FAILED = "The container did not start";

    private final ServerOptions options;
    private final ServerProcess process;
    private final Map<String, String> connection;

    private RunningServer(ServerOptions options, ServerProcess process) {
        this.options = options;
        this.process = process;
        this.connection = read(options.dataDirectory().resolve("connection.properties"));
    }

    /**
     * Returns when the server is ready.
     *
     * @throws IllegalStateException with all it printed, when it ends instead
     */
    public static RunningServer start(ServerOptions options) {
        ServerProcess process = ServerProcess.start(options);
        boolean ready = process.awaitReady();
        if (!ready && process.output().contains(CONTAINER_FAILED)) {
            process = ServerProcess.start(options);
            ready = process.awaitReady();
        }
        if (!ready) {
            throw new IllegalStateException(
                    "The server ended with %d:%n%s".formatted(process.awaitEnd(), process.output()));
        }
        return new RunningServer(options, process);
    }

    private static Map<String, String> read(Path file) {
        Properties content = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            content.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> entries = new TreeMap<>();
        content.stringPropertyNames().forEach(name -> entries.put(name, content.getProperty(name)));
        return entries;
    }

    /** Everything in {@code connection.properties}. */
    public Map<String, String> connection() {
        return connection;
    }

    public String idScope() {
        return connection.get("idScope");
    }

    public String serviceConnectionString() {
        return connection.get("serviceConnectionString");
    }

    /** {@code host:port} of the device API, and of the service API. */
    public String deviceEndpoint() {
        return connection.get("deviceEndpoint");
    }

    /** {@code host:port} of the device API over MQTT. */
    public String mqttsEndpoint() {
        return connection.get("mqttsEndpoint");
    }

    /** {@code host:port} of the device API over AMQP. */
    public String amqpsEndpoint() {
        return connection.get("amqpsEndpoint");
    }

    /** Where a path of the device or service API is. */
    public URI api(String path) {
        return URI.create("https://" + deviceEndpoint() + path);
    }

    public URI httpEndpoint() {
        return URI.create(connection.get("httpEndpoint"));
    }

    public Path caCertificate() {
        return Path.of(connection.get("caCertificate"));
    }

    public Path dataDirectory() {
        return Path.of(connection.get("dataDirectory"));
    }

    /** A client that trusts this server's authority and nobody else. */
    public HttpClient client() {
        return HttpClient.newBuilder().sslContext(Trust.in(caCertificate())).build();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** All that the server has printed so far. */
    public String output() {
        return process.output();
    }

    /** Ends the process without a chance to clean up (SIGKILL), and waits for its end. */
    public void kill() {
        process.kill();
        process.awaitEnd();
    }

    /** Asks the process to end (SIGTERM) and waits for it. @return its exit status */
    public int stop() {
        process.terminate();
        return process.awaitEnd();
    }

    /** Starts the server again after its end, with the same options and so on the same data. */
    public RunningServer startAgain() {
        return start(options);
    }

    public RunningServer startAgainWith(String name, String value) {
        return start(options.with(name, value));
    }

    @Override
    public void close() {
        stop();
    }
}
