package io.fairlead.adapters.hubsim;

import io.fairlead.application.contract.HubRegistryContract;
import io.fairlead.application.contract.HubUsers;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.identity.HubName;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;

/** The hub contract over two simulated hubs in a database. */
abstract class SimulatedHubsContract implements HubRegistryContract {
    private static final HubName HUB = new HubName("hub-1.test");
    private static final HubName OTHER = new HubName("hub-2.test");

    private final Set<HubFeature> lacking;
    private final HubSim hubs;

    SimulatedHubsContract(DataSource database, HubFeature... lacking) {
        HubProfile profile = SimulatedHubs.profileWithout(lacking);
        this.lacking = Set.of(lacking);
        this.hubs = HubSim.withoutFaults(
                database, SomeSealing.USUAL, new SimulatedHubs(Map.of(HUB, profile, OTHER, profile)), new Random());
    }

    @Override
    public HubRegistry hubs() {
        return hubs.registry();
    }

    @Override
    public HubName hub() {
        return HUB;
    }

    @Override
    public HubName otherHub() {
        return OTHER;
    }

    @Override
    public HubUsers users() {
        return new SimulatedHubUsers(hubs.inspection());
    }

    @Override
    public Set<HubFeature> lacking() {
        return lacking;
    }
}
