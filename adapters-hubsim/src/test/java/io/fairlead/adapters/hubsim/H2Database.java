package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.schema.HubSimSchema;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** H2 databases in memory, with the mode that the service runs it in and the hubs' schema. */
final class H2Database {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private H2Database() {}

    /** A new one, with no device. */
    static DataSource empty() {
        DataSource database = JdbcConnectionPool.create(
                "jdbc:h2:mem:hubsim" + NUMBERS.incrementAndGet()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "fairlead",
                "");
        HubSimSchema.migrate(database);
        return database;
    }
}
