package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.schema.HubSimSchema;
import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.testing.EmbeddedPostgresServer;
import io.fairlead.domain.device.HubFeature;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Simulated hubs on PostgreSQL keep the contract. */
class PostgresSimulatedHubRegistryIT {
    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(EmbeddedPostgresServer.shared().newDatabase());
        HubSimSchema.migrate(database.dataSource());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static DataSource connections() {
        return database.dataSource();
    }

    @Nested
    class Inspection extends HubSimInspectionContract {
        Inspection() {
            super(connections());
        }
    }

    @Nested
    class Secrets extends SimulatedSecretsContract {
        Secrets() {
            super(connections());
        }
    }

    @Nested
    class Full extends SimulatedHubsContract {
        Full() {
            super(connections());
        }
    }

    /** A hub of plain devices, whose reported properties are their own. */
    @Nested
    class Plain extends SimulatedHubsContract {
        Plain() {
            super(
                    connections(),
                    HubFeature.VERSIONS_KEPT,
                    HubFeature.TWIN_REPORTED_WRITE,
                    HubFeature.MODULES,
                    HubFeature.EDGE,
                    HubFeature.DISABLE);
        }
    }
}
