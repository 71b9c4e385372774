package io.fairlead.bootstrap.runtime;

import io.fairlead.bootstrap.settings.DeviceConnectionSettings;
import io.fairlead.bootstrap.settings.ListenerKeys;
import io.fairlead.bootstrap.settings.OpenPorts;
import io.fairlead.transport.limit.ConnectionGate;
import io.fairlead.transport.limit.ConnectionLimits;
import io.fairlead.transport.listener.EventLoops;
import io.fairlead.transport.listener.ListenerSettings;
import io.fairlead.transport.listener.Protocol;
import io.fairlead.transport.listener.TlsListener;
import io.fairlead.transport.tls.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;

/** A port for devices with its protocol, open while the service runs. */
public final class DeviceListener implements ServicePart {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Place place;
    private final DeviceConnectionSettings settings;
    private final Protocol protocol;
    private final ConnectionMetrics metrics;
    private final Clock clock;
    private volatile EventLoops loops;
    private volatile TlsListener listener;

    /**
     * Where it opens.
     *
     * @param name in metrics and reports, such as {@code mqtts}
     * @param setting the environment variable that sets its port
     * @param port 0 takes any free port
     */
    public record Place(String name, String setting, InetAddress address, int port) {}

    public DeviceListener(
            Place place, DeviceConnectionSettings settings, Protocol protocol, ConnectionMetrics metrics, Clock clock) {
        this.place = place;
        this.settings = settings;
        this.protocol = protocol;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public String name() {
        return place.name();
    }

    @Override
    public void start() {
        ServerTls tls = tls();
        loops = new EventLoops(Math.max(2, Runtime.getRuntime().availableProcessors()));
        TlsListener opening = new TlsListener(
                new ListenerSettings(place.address(), place.port(), settings.handshakeTimeout()),
                tls,
                protocol,
                loops,
                new ConnectionGate(
                        new ConnectionLimits(settings.total(), settings.perAddress(), settings.perMinute()), clock),
                metrics.of(place.name()));
        open(opening);
        listener = opening;
        metrics.show(place.name(), opening);
        OpenPorts.opened(place.name(), opening.port());
    }

    private void open(TlsListener opening) {
        try {
            opening.open();
        } catch (IOException e) {
            loops.close();
            throw new StartProblem(
                    "Cannot listen on %s port %d (%s): stop what listens there, or set %s or FAIRLEAD_BIND."
                            .formatted(place.address().getHostAddress(), place.port(), e.getMessage(), place.setting()),
                    e);
        }
    }

    private ServerTls tls() {
        ListenerKeys keys = ListenerKeys.ofThisProcess().orElseThrow(this::noKeys);
        try {
            return ServerTls.of(keys.keyStore(), keys.password().value().toCharArray());
        } catch (IOException e) {
            throw new StartProblem("The key store %s cannot be used: %s".formatted(keys.keyStore(), e.getMessage()), e);
        }
    }

    private StartProblem noKeys() {
        String reason = "There is no key store for %s: start with ./fairlead, or set %s=off."
                .formatted(place.name(), place.setting());
        return new StartProblem(reason, null);
    }

    @Override
    public void stop() {
        listener.close(GRACE);
        loops.close();
    }

    @Override
    public boolean isServing() {
        TlsListener current = listener;
        return current != null && current.isAccepting();
    }
}
