package io.fairlead.adapters.rest.server;

import io.fairlead.adapters.rest.RestComponents;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Runs {@link RestComponents} on a free port of the loopback, with these collaborators behind them. */
public final class RestServer implements AutoCloseable {
    /** Kept, since a logger that nobody holds forgets its level: the runtime warns of things that only a WAR has. */
    private static final Logger RUNTIME = Logger.getLogger("org.glassfish");

    private final HttpServer server;

    public RestServer(Object... collaborators) {
        RUNTIME.setLevel(Level.SEVERE);
        ResourceConfig config = new ResourceConfig();
        RestComponents.classes().forEach(type -> config.register(made(type, List.of(collaborators))));
        server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), config, false);
        // Node sends a body with GET; the server as shipped is told the same.
        server.getServerConfiguration().setAllowPayloadForUndefinedHttpMethods(true);
        start();
    }

    private void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("no port on the loopback", e);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.getListener("grizzly").getPort());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static Object made(Class<?> type, List<Object> collaborators) {
        try {
            Constructor<?> constructor = Arrays.stream(type.getConstructors())
                    .filter(each -> each.isAnnotationPresent(Inject.class) || each.getParameterCount() == 0)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(type + " has no constructor for injection"));
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(wanted -> collaborators.stream()
                            .filter(wanted::isInstance)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(type + " asks for a " + wanted)))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }
}
