package io.fairlead.endtoend.sdk;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.fairlead.bootstrap.simulation.SimulatedHubsMXBean;
import io.fairlead.endtoend.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The simulated hubs of a running server, seen through its local management agent, as jconsole would. */
final class HubWindow implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final JMXConnector connector;
    private final SimulatedHubsMXBean hubs;

    private HubWindow(JMXConnector connector, SimulatedHubsMXBean hubs) {
        this.connector = connector;
        this.hubs = hubs;
    }

    static HubWindow into(RunningServer server) {
        try {
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(server.pid())));
            return new HubWindow(
                    connector,
                    JMX.newMXBeanProxy(
                            connector.getMBeanServerConnection(),
                            new ObjectName(SimulatedHubsMXBean.NAME),
                            SimulatedHubsMXBean.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JMException | AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String agent(long process) throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
        try {
            return machine.startLocalManagementAgent();
        } finally {
            machine.detach();
        }
    }

    /** What the hub holds of the device, as JSON; empty when it holds none. */
    String device(String hub, String deviceId) {
        return hubs.device(hub, deviceId);
    }

    void deviceReports(String hub, String deviceId, String patch) {
        hubs.deviceReports(hub, deviceId, patch);
    }

    void backEndPatches(String hub, String deviceId, String desired) {
        hubs.backEndPatches(hub, deviceId, "{}", desired);
    }

    void thirdPartyCreates(String hub, String deviceId, String key, String desired) {
        hubs.thirdPartyCreates(hub, deviceId, key, "{}", desired);
    }

    /** Waits until just one hub holds the device: the old one is cleared after the device has been told of the new. @return that hub */
    String onlyHubOf(String deviceId) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> holding = hubs.hubsHolding(deviceId);
        while (holding.size() != 1 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            holding = hubs.hubsHolding(deviceId);
        }
        if (holding.size() != 1) {
            throw new AssertionError("%s should be on one hub but is on %s".formatted(deviceId, holding));
        }
        return holding.get(0);
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
