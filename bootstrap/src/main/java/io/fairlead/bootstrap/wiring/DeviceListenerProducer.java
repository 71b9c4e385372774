package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.amqp.AmqpProtocol;
import io.fairlead.adapters.amqp.AmqpSettings;
import io.fairlead.adapters.mqtt.MqttProtocol;
import io.fairlead.adapters.mqtt.MqttSettings;
import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.adapters.wire.device.DeviceDoor;
import io.fairlead.adapters.wire.device.OperationEnds;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.bootstrap.runtime.ConnectionMetrics;
import io.fairlead.bootstrap.runtime.DeviceListener;
import io.fairlead.bootstrap.runtime.DeviceListeners;
import io.fairlead.bootstrap.runtime.ServiceThreads;
import io.fairlead.bootstrap.settings.DeviceConnectionSettings;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.bootstrap.websocket.DeviceSockets;
import io.fairlead.transport.limit.ConnectionGate;
import io.fairlead.transport.limit.ConnectionLimits;
import io.fairlead.transport.listener.Protocol;
import io.fairlead.transport.websocket.FramedConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The ways in for devices beside HTTPS. */
@ApplicationScoped
public class DeviceListenerProducer {
    /** Clients with a TPM sleep for seconds between its steps. */
    private static final Duration AMQP_LOGIN = Duration.ofSeconds(60);

    @Produces
    @Singleton
    ConnectionMetrics connectionMetrics(MetricRegistry metrics) {
        return new ConnectionMetrics(metrics);
    }

    @Produces
    @Singleton
    OperationEnds ends() {
        return new OperationEnds();
    }

    /** One for all transports whose connections no thread waits at. */
    @Produces
    @Singleton
    DeviceDesk desk(
            DeviceProvisioning provisioning,
            ServiceThreads threads,
            OperationEnds ends,
            IdSource ids,
            Clock clock,
            ConnectionMetrics metrics) {
        return new DeviceDesk(new DeviceDoor(provisioning), threads.requests(), ends, ids::newRowId, clock, metrics);
    }

    @Produces
    @Singleton
    MqttProtocol mqtt(Settings settings, DeviceDesk desk, ConnectionMetrics metrics) {
        metrics.showSessions(MqttProtocol.NAME);
        DeviceConnectionSettings devices = settings.devices();
        return new MqttProtocol(
                desk, new MqttSettings(devices.handshakeTimeout(), devices.idleTimeout(), devices.javaDelay()));
    }

    @Produces
    @Singleton
    AmqpProtocol amqp(Settings settings, DeviceDesk desk, IdSource ids, Clock clock, ConnectionMetrics metrics) {
        metrics.showSessions(AmqpProtocol.NAME);
        DeviceConnectionSettings devices = settings.devices();
        return new AmqpProtocol(
                desk,
                ids::newRowId,
                clock,
                new AmqpSettings(devices.handshakeTimeout(), AMQP_LOGIN, devices.idleTimeout(), devices.javaDelay()));
    }

    @Produces
    @Singleton
    DeviceSockets sockets(
            Settings settings, MqttProtocol mqtt, AmqpProtocol amqp, ConnectionMetrics metrics, Clock clock) {
        DeviceConnectionSettings devices = settings.devices();
        ConnectionLimits limits = new ConnectionLimits(devices.total(), devices.perAddress(), devices.perMinute());
        FramedConnections connections = new FramedConnections(
                new ConnectionGate(limits, clock),
                metrics.of("websocket"),
                Math.max(2, Runtime.getRuntime().availableProcessors()));
        metrics.showSockets(connections);
        // C asks in capitals, and looks for what it asked for.
        Map<String, Protocol> protocols = Map.of("mqtt", mqtt, "MQTT", mqtt, "AMQPWSB10", amqp);
        return new DeviceSockets(connections, devices.webSocket() ? protocols : Map.of());
    }

    @Produces
    @Singleton
    DeviceListeners listeners(
            Settings settings, MqttProtocol mqtt, AmqpProtocol amqp, ConnectionMetrics metrics, Clock clock) {
        DeviceConnectionSettings devices = settings.devices();
        List<DeviceListener> listeners = new ArrayList<>();
        devices.mqttsPort().ifPresent(port -> {
            DeviceListener.Place place = new DeviceListener.Place(
                    "mqtts", "FAIRLEAD_MQTTS_PORT", settings.server().bind(), port);
            listeners.add(new DeviceListener(place, devices, mqtt, metrics, clock));
        });
        devices.amqpsPort().ifPresent(port -> {
            DeviceListener.Place place = new DeviceListener.Place(
                    "amqps", "FAIRLEAD_AMQPS_PORT", settings.server().bind(), port);
            listeners.add(new DeviceListener(place, devices, amqp, metrics, clock));
        });
        return new DeviceListeners(listeners);
    }
}
