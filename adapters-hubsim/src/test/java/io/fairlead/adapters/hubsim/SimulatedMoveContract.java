package io.fairlead.adapters.hubsim;

import io.fairlead.application.move.HubSide;
import io.fairlead.application.move.MoveContract;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.identity.HubName;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;

/** The move contract over simulated hubs in a database. */
abstract class SimulatedMoveContract implements MoveContract {
    private static final HubName FROM = new HubName("hub-from.test");
    private static final HubName TO = new HubName("hub-to.test");

    private final DataSource database;

    SimulatedMoveContract(DataSource database) {
        this.database = database;
    }

    @Override
    public HubSide from() {
        return side(FROM, SimulatedHubs.profileWithout());
    }

    @Override
    public HubSide to() {
        return to(SimulatedHubs.profileWithout());
    }

    @Override
    public HubSide to(HubProfile profile) {
        return side(TO, profile);
    }

    @Override
    public int stride() {
        return 3;
    }

    private HubSide side(HubName name, HubProfile profile) {
        HubSim hubs = HubSim.withoutFaults(
                database, SomeSealing.USUAL, new SimulatedHubs(Map.of(name, profile)), new Random());
        return new HubSide(name, profile, hubs.registry(), new SimulatedHubUsers(hubs.inspection()));
    }
}
