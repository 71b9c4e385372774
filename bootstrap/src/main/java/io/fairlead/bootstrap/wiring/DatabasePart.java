package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.hubsim.schema.HubSimSchema;
import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.adapters.persistence.database.DatabaseUnusable;
import io.fairlead.adapters.persistence.schema.SchemaMigration;
import io.fairlead.adapters.persistence.sealing.KeyRegister;
import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.bootstrap.identity.SecretsKeys;
import io.fairlead.bootstrap.runtime.ServicePart;
import io.fairlead.bootstrap.runtime.StartProblem;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** The database: open and with its schemas up to date from start to stop. */
final class DatabasePart implements ServicePart {
    private static final int ANSWER_SECONDS = 1;

    private final DatabaseSettings settings;
    private final SecretsKeys keys;
    private final SecureRandom random;
    private volatile Database open;
    private volatile Sealing sealing;

    DatabasePart(DatabaseSettings settings, SecretsKeys keys, SecureRandom random) {
        this.settings = settings;
        this.keys = keys;
        this.random = random;
    }

    /** The open database; only between start and stop. */
    Database database() {
        Database current = open;
        if (current == null) {
            throw new IllegalStateException("the database is not open");
        }
        return current;
    }

    /** What encrypts secrets in the database; only after the start. */
    Sealing sealing() {
        return Objects.requireNonNull(sealing, "the database is not open");
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void start() {
        try {
            open = Database.open(settings);
            SchemaMigration.run(open);
            HubSimSchema.migrate(open.dataSource());
            sealing = sealing(new KeyRegister(open));
        } catch (DatabaseUnusable e) {
            stop();
            throw new StartProblem(e.getMessage(), e);
        } catch (StartProblem e) {
            stop();
            throw e;
        }
    }

    private Sealing sealing(KeyRegister register) {
        KeyRing ring = keys.ring(register.ids());
        Sealing made = new Sealing(ring, random);
        register.enter(ring, made);
        return made;
    }

    @Override
    public void stop() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    @Override
    public boolean isServing() {
        Database current = open;
        if (current == null) {
            return false;
        }
        try (Connection connection = current.dataSource().getConnection()) {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
