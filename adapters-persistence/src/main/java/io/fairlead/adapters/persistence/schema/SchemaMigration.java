package io.fairlead.adapters.persistence.schema;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseUnusable;
import java.util.Arrays;
import java.util.Comparator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings the schema {@value #SCHEMA} up to date; nodes that start together take turns. Scripts in {@code common} run on
 * every database, those in a database's own folder only there.
 */
public final class SchemaMigration {
    /** Fairlead's own schema, named in every statement, so that it can share a database. */
    public static final String SCHEMA = "fairlead";

    private static final String SCRIPTS = "classpath:db/migration/";

    private SchemaMigration() {}

    /**
     * Runs the scripts that have not run yet.
     *
     * @throws DatabaseUnusable when one fails, or the schema is newer than this program
     */
    public static void run(Database database) {
        Flyway flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database.dataSource())
                .locations(SCRIPTS + "common", SCRIPTS + database.kind().label())
                .schemas(SCHEMA)
                .load();
        try {
            refuseNewer(flyway.info().all());
            flyway.migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnusable("the schema " + SCHEMA + " cannot be brought up to date: " + reason(e), e);
        }
    }

    /** A newer program has been here: its tables may mean something that this one does not know. */
    private static void refuseNewer(MigrationInfo[] migrations) {
        Arrays.stream(migrations)
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .ifPresent(version -> {
                    throw new DatabaseUnusable(tooNew(version));
                });
    }

    private static String tooNew(MigrationVersion version) {
        return "the schema " + SCHEMA + " is at version " + version
                + ", which is newer than this program: start the version of Fairlead that made it";
    }

    private static String reason(FlywayException e) {
        return e.getMessage()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
