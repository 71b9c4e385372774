package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.fault.FaultGate;
import io.fairlead.adapters.hubsim.fault.FaultScript;
import io.fairlead.adapters.hubsim.table.HubTables;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.HubRegistry;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * The simulated hubs of one database, seen from two sides: the provisioning service's, where faults strike, and that of
 * everybody else. Thread-safe.
 */
public final class HubSim {
    private final HubRegistry registry;
    private final HubSimInspection inspection;

    /**
     * Hubs whose schema is there ({@link io.fairlead.adapters.hubsim.schema.HubSimSchema}).
     *
     * @param dataSource connections in auto-commit mode at READ COMMITTED
     * @param sealing what encrypts the devices' keys
     * @param random makes incarnations; need not be secret, must differ between nodes
     */
    public HubSim(DataSource dataSource, Sealing sealing, SimulatedHubs hubs, FaultGate gate, RandomGenerator random) {
        HubTables tables = new HubTables(dataSource, sealing);
        registry = new SimulatedHubRegistry(
                hubs, tables, gate, () -> HexFormat.of().toHexDigits(random.nextLong()));
        inspection = new HubSimInspection(hubs, tables, () -> HexFormat.of().toHexDigits(random.nextLong()));
    }

    /** As the constructor makes them, with hubs where nothing ever goes wrong. */
    public static HubSim withoutFaults(
            DataSource dataSource, Sealing sealing, SimulatedHubs hubs, RandomGenerator random) {
        return new HubSim(
                dataSource, sealing, hubs, new FaultGate(() -> FaultScript.NONE, random, pause -> {}), random);
    }

    /** As the provisioning service sees the hubs. */
    public HubRegistry registry() {
        return registry;
    }

    /** As devices, back ends and operators see them. */
    public HubSimInspection inspection() {
        return inspection;
    }
}
