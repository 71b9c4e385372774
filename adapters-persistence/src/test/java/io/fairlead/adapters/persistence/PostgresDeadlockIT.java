package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeadlockIT extends Deadlock {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.postgres();

    @Override
    DatabaseExtension database() {
        return DATABASE;
    }
}
