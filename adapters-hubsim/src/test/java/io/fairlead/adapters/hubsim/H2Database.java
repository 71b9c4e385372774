package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.schema.HubSimSchema;
import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import javax.sql.DataSource;

/** The H2 database that the tests of this process share, in memory, opened as the service opens its own. */
public final class H2Database {
    private static DataSource shared;

    private H2Database() {}

    /** With the hubs' schema; nobody closes it. */
    public static synchronized DataSource shared() {
        if (shared == null) {
            shared = Database.open(DatabaseSettings.of("jdbc:h2:mem:hubsim", "fairlead", ""))
                    .dataSource();
            HubSimSchema.migrate(shared);
        }
        return shared;
    }
}
