package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stores on embedded H2 as shipped keep every contract. */
class H2StoresIT extends StoresOnSql {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.h2();

    @Override
    DatabaseExtension database() {
        return DATABASE;
    }
}
