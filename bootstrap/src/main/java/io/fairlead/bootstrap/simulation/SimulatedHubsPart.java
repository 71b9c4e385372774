package io.fairlead.bootstrap.simulation;

import io.fairlead.bootstrap.runtime.ServicePart;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Keeps the window into the simulated hubs open while the service runs. */
public final class SimulatedHubsPart implements ServicePart {

    private final Supplier<SimulatedHubsMXBean> window;

    /** @param window asked at the start, when the database is open */
    public SimulatedHubsPart(Supplier<SimulatedHubsMXBean> window) {
        this.window = window;
    }

    @Override
    public String name() {
        return "simulated hubs";
    }

    @Override
    public void start() {
        with((server, name) -> server.registerMBean(window.get(), name));
    }

    @Override
    public void stop() {
        with(MBeanServer::unregisterMBean);
    }

    private static void with(Act act) {
        try {
            act.on(ManagementFactory.getPlatformMBeanServer(), new ObjectName(SimulatedHubsMXBean.NAME));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something done with a bean of this name. */
    @FunctionalInterface
    private interface Act {
        void on(MBeanServer server, ObjectName name) throws JMException;
    }
}
