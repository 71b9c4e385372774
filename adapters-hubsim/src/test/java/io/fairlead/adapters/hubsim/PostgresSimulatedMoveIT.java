package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.schema.HubSimSchema;
import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.testing.EmbeddedPostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Devices move between simulated hubs on PostgreSQL. */
class PostgresSimulatedMoveIT extends SimulatedMoveContract {
    private static Database database;

    PostgresSimulatedMoveIT() {
        super(database.dataSource());
    }

    @BeforeAll
    static void open() {
        database = Database.open(EmbeddedPostgresServer.shared().newDatabase());
        HubSimSchema.migrate(database.dataSource());
    }

    @AfterAll
    static void close() {
        database.close();
    }
}
