package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.hubsim.schema.HubSimSchema;
import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.adapters.persistence.database.DatabaseUnusable;
import io.fairlead.adapters.persistence.schema.SchemaMigration;
import io.fairlead.bootstrap.runtime.ServicePart;
import io.fairlead.bootstrap.runtime.StartProblem;
import java.sql.Connection;
import java.sql.SQLException;

/** The database: open and with its schemas up to date from start to stop. */
final class DatabasePart implements ServicePart {
    private static final int ANSWER_SECONDS = 1;

    private final DatabaseSettings settings;
    private volatile Database open;

    DatabasePart(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** The open database; only between start and stop. */
    Database database() {
        Database current = open;
        if (current == null) {
            throw new IllegalStateException("the database is not open");
        }
        return current;
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
        } catch (DatabaseUnusable e) {
            stop();
            throw new StartProblem(e.getMessage(), e);
        }
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
