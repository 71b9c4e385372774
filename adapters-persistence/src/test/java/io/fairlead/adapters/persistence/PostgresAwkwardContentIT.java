package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAwkwardContentIT extends AwkwardContent {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.postgres();

    @Override
    DatabaseExtension database() {
        return DATABASE;
    }
}
