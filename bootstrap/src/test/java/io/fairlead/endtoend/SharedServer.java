package io.fairlead.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test the one server that many test classes share. It is started for the first of them and stopped after the last; nobody may stop it or count on
 * what it holds, so each test enrolls devices of its own names.
 */
public final class SharedServer implements ParameterResolver {

    /** The hubs that it simulates. */
    public static final List<String> HUBS =
            List.of("hub-a.fairlead.local", "hub-b.fairlead.local", "hub-c.fairlead.local");

    /**
     * An address of this machine that nobody else uses, so that ports which clients cannot be told to leave are free
     * there; the server's certificate holds for it.
     */
    public static final String OWN_ADDRESS = ownAddress(ProcessHandle.current().pid());

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServer.class);

    /** All of 127.0.0.0/8 is this machine. */
    private static String ownAddress(long process) {
        return "127.83.%d.%d".formatted(process / 250 % 250 + 1, process % 250 + 1);
    }

    /** The server, started if it is not there yet. */
    public static RunningServer of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, key -> Started.now(), Started.class)
                .server();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** Closed by JUnit with the store that holds it. */
    private record Started(Path directory, RunningServer server) implements AutoCloseable {

        static Started now() {
            try {
                Path directory = Files.createTempDirectory("fairlead-shared-");
                ServerOptions options = ServerOptions.in(directory)
                        .with("FAIRLEAD_HUBS_SIMULATED", String.join(",", HUBS))
                        .with("FAIRLEAD_HOST_NAMES", "localhost," + OWN_ADDRESS)
                        .with("FAIRLEAD_OPERATIONS_RETRY_AFTER", "1s")
                        .with("FAIRLEAD_DEVICES_JAVA_DELAY", System.getProperty("fairlead.sdk.java-delay", "100ms"))
                        .with("FAIRLEAD_WEBHOOK_ALLOW_HTTP", "true")
                        .with("FAIRLEAD_WEBHOOK_ALLOW_PRIVATE", "true");
                return new Started(directory, RunningServer.start(options));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
