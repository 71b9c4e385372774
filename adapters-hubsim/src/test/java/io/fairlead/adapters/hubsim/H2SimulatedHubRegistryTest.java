package io.fairlead.adapters.hubsim;

import io.fairlead.domain.device.HubFeature;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** Simulated hubs on H2 keep the contract. */
class H2SimulatedHubRegistryTest {
    private static final DataSource DATABASE = H2Database.shared();

    @Nested
    class Inspection extends HubSimInspectionContract {
        Inspection() {
            super(DATABASE);
        }
    }

    @Nested
    class Secrets extends SimulatedSecretsContract {
        Secrets() {
            super(DATABASE);
        }
    }

    @Nested
    class Full extends SimulatedHubsContract {
        Full() {
            super(DATABASE);
        }
    }

    /** A hub of plain devices, whose reported properties are their own. */
    @Nested
    class Plain extends SimulatedHubsContract {
        Plain() {
            super(
                    DATABASE,
                    HubFeature.VERSIONS_KEPT,
                    HubFeature.TWIN_REPORTED_WRITE,
                    HubFeature.MODULES,
                    HubFeature.EDGE,
                    HubFeature.DISABLE);
        }
    }
}
