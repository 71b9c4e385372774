package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.mqtt.MqttProtocol;
import io.fairlead.adapters.mqtt.MqttSettings;
import io.fairlead.adapters.wire.device.DeviceDoor;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.bootstrap.runtime.ConnectionMetrics;
import io.fairlead.bootstrap.runtime.DeviceListener;
import io.fairlead.bootstrap.runtime.DeviceListeners;
import io.fairlead.bootstrap.runtime.ServiceThreads;
import io.fairlead.bootstrap.settings.DeviceConnectionSettings;
import io.fairlead.bootstrap.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The ways in for devices beside HTTPS. */
@ApplicationScoped
public class DeviceListenerProducer {

    @Produces
    @Singleton
    ConnectionMetrics connectionMetrics(MetricRegistry metrics) {
        return new ConnectionMetrics(metrics);
    }

    @Produces
    @Singleton
    MqttProtocol mqtt(
            Settings settings,
            DeviceProvisioning provisioning,
            ServiceThreads threads,
            IdSource ids,
            Clock clock,
            ConnectionMetrics metrics) {
        DeviceConnectionSettings devices = settings.devices();
        return new MqttProtocol(
                new DeviceDoor(provisioning),
                threads.requests(),
                ids::newRowId,
                clock,
                metrics::answeredOverMqtt,
                new MqttSettings(devices.handshakeTimeout(), devices.idleTimeout(), devices.javaDelay()));
    }

    @Produces
    @Singleton
    DeviceListeners listeners(Settings settings, MqttProtocol mqtt, ConnectionMetrics metrics, Clock clock) {
        DeviceConnectionSettings devices = settings.devices();
        List<DeviceListener> listeners = new ArrayList<>();
        devices.mqttsPort().ifPresent(port -> {
            DeviceListener.Place place = new DeviceListener.Place(
                    "mqtts", "FAIRLEAD_MQTTS_PORT", settings.server().bind(), port);
            listeners.add(new DeviceListener(place, devices, mqtt, metrics, clock));
        });
        return new DeviceListeners(listeners);
    }
}
