package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stores on a real PostgreSQL keep every contract. */
class PostgresStoresIT extends StoresOnSql {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.postgres();

    @Override
    DatabaseExtension database() {
        return DATABASE;
    }
}
