package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.fault.FaultGate;
import io.fairlead.adapters.hubsim.fault.FaultScript;
import io.fairlead.adapters.hubsim.schema.HubSimSchema;
import io.fairlead.application.contract.HubRegistryContract;
import io.fairlead.application.contract.HubUsers;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.identity.HubName;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Nested;

/** Simulated hubs on H2 keep the contract. */
class SimulatedHubRegistryTest {
    private static final HubName HUB = new HubName("hub-1.test");
    private static final HubName OTHER = new HubName("hub-2.test");
    static final javax.sql.DataSource DATABASE = JdbcConnectionPool.create(
            "jdbc:h2:mem:hubsim;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH", "fairlead", "");

    static {
        HubSimSchema.migrate(DATABASE);
    }

    @Nested
    class Full extends Lacking {}

    /** A hub of plain devices, whose reported properties are their own. */
    @Nested
    class Plain extends Lacking {
        Plain() {
            super(
                    HubFeature.VERSIONS_KEPT,
                    HubFeature.TWIN_REPORTED_WRITE,
                    HubFeature.MODULES,
                    HubFeature.EDGE,
                    HubFeature.DISABLE);
        }
    }

    abstract static class Lacking implements HubRegistryContract {
        private final Set<HubFeature> lacking;
        private final HubSim hubs;

        Lacking(HubFeature... lacking) {
            this.lacking = Set.of(lacking);
            SimulatedHubs both = new SimulatedHubs(
                    Map.of(HUB, SimulatedHubs.profileWithout(lacking), OTHER, SimulatedHubs.profileWithout(lacking)));
            FaultGate gate = new FaultGate(() -> FaultScript.NONE, new Random(1), pause -> {});
            hubs = new HubSim(DATABASE, both, gate, new Random());
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
}
