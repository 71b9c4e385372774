package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2DeadlockIT extends Deadlock {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.h2();

    @Override
    DatabaseExtension database() {
        return DATABASE;
    }
}
