package io.fairlead.adapters.hubsim.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema {@code hubsim} in the configured database, beside the service's own and unknown to it. */
public final class HubSimSchema {
    private static final String SCHEMA = "hubsim";

    private HubSimSchema() {}

    /** Brings the schema up to date, making it where it is missing. May be repeated, also by several nodes at once. */
    public static void migrate(DataSource dataSource) {
        Flyway.configure(HubSimSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .createSchemas(true)
                .table("schema_history")
                .locations("classpath:db/hubsim/common")
                .load()
                .migrate();
    }
}
