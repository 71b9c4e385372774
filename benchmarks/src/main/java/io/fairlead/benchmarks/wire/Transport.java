package io.fairlead.benchmarks.wire;

import java.io.IOException;
import java.time.Duration;

/** The ways of a device to the service that are measured. */
public enum Transport {
    HTTPS(false, 1, 0, 0) {
        @Override
        public DeviceLine open(Endpoint endpoint, DeviceIdentity device, Duration patience) throws IOException {
            return new HttpsLine(endpoint, device, patience);
        }

        @Override
        public int port(Endpoint endpoint) {
            return endpoint.port();
        }
    },
    MQTT(true, 1.3, 10_000, 400) {
        @Override
        public DeviceLine open(Endpoint endpoint, DeviceIdentity device, Duration patience) throws IOException {
            return new MqttLine(endpoint, device, patience);
        }

        @Override
        public int port(Endpoint endpoint) {
            return endpoint.mqttsPort();
        }
    },
    AMQP(true, 1, 2_000, 120) {
        @Override
        public DeviceLine open(Endpoint endpoint, DeviceIdentity device, Duration patience) throws IOException {
            return new AmqpLine(endpoint, device, patience);
        }

        @Override
        public int port(Endpoint endpoint) {
            return endpoint.amqpsPort();
        }
    };

    private final boolean holdsPolls;
    private final double besideHttps;
    private final int idleAim;
    private final int idleMegabytes;

    Transport(boolean holdsPolls, double besideHttps, int idleAim, int idleMegabytes) {
        this.holdsPolls = holdsPolls;
        this.besideHttps = besideHttps;
        this.idleAim = idleAim;
        this.idleMegabytes = idleMegabytes;
    }

    /** Whether a poll is answered when its operation ends, so that a device may poll at once. */
    public boolean holdsPolls() {
        return holdsPolls;
    }

    /** How its rate is to compare with that of HTTPS. */
    public double besideHttps() {
        return besideHttps;
    }

    /** How many idle connections the server is to bear; 0 where connections are not meant to be kept. */
    public int idleAim() {
        return idleAim;
    }

    /** What they may take beyond the idle server. */
    public int idleMegabytes() {
        return idleMegabytes;
    }

    /** A connection of one device, ready for its requests. */
    public abstract DeviceLine open(Endpoint endpoint, DeviceIdentity device, Duration patience) throws IOException;

    /** Where the server listens for it. */
    public abstract int port(Endpoint endpoint);
}
