package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.persistence.JdbiUnitOfWork;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.bootstrap.identity.SecretsKeys;
import io.fairlead.bootstrap.runtime.ThreadPause;
import io.fairlead.bootstrap.settings.Secret;
import io.fairlead.bootstrap.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** The stores, in the configured database or in a file of the data directory. */
@ApplicationScoped
public class PersistenceProducer {

    @Produces
    @Singleton
    DatabasePart database(Settings settings, SecureRandom random) {
        io.fairlead.bootstrap.settings.DatabaseSettings said = settings.database();
        String url = said.url()
                .orElseGet(() -> DatabaseSettings.embedded(settings.server().dataDirectory())
                        .url());
        String password = said.password().map(Secret::value).orElse("");
        return new DatabasePart(
                new DatabaseSettings(url, said.user(), password, said.connections()),
                new SecretsKeys(settings.secrets(), settings.server().dataDirectory(), random),
                random);
    }

    /** Made at its first use, which is after the database was opened. */
    @Produces
    @ApplicationScoped
    UnitOfWork unitOfWork(DatabasePart part, SecureRandom random) {
        return new JdbiUnitOfWork(part.database(), part.sealing(), random, ThreadPause::last);
    }
}
