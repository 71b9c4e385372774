package io.fairlead.adapters.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.persistence.JdbiUnitOfWork;
import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.adapters.persistence.schema.SchemaMigration;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.UnitOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A database of its own for a test class, made by the shipped scripts, empty before each test. Fails a test that keeps a
 * connection. To be registered in a static field with {@link RegisterExtension}.
 */
public final class DatabaseExtension implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final List<String> TABLES = List.of(
            "enrollments",
            "enrollment_groups",
            "registrations",
            "operations",
            "snapshots",
            "hub_duties",
            "audit_entries",
            "operator_records",
            "certificate_reservations",
            "certificate_authorities",
            "sealing_keys");

    private final Supplier<DatabaseSettings> settings;
    private Database database;
    private UnitOfWork work;

    private DatabaseExtension(Supplier<DatabaseSettings> settings) {
        this.settings = settings;
    }

    /** The embedded database as shipped, in a file that every commit is forced to. */
    public static DatabaseExtension h2() {
        return new DatabaseExtension(() -> DatabaseSettings.embedded(temporaryDirectory()));
    }

    /** A database of the shared PostgreSQL server. */
    public static DatabaseExtension postgres() {
        return new DatabaseExtension(() -> EmbeddedPostgresServer.shared().newDatabase());
    }

    /** The open database. */
    public Database database() {
        if (database == null) {
            database = Database.open(settings.get());
            SchemaMigration.run(database);
            work = work(SomeSealing.USUAL);
        }
        return database;
    }

    /** Units of work on the database; conflicts are rerun without waiting. */
    public UnitOfWork work() {
        database();
        return work;
    }

    /** Units of work of a service with other keys. */
    public UnitOfWork work(Sealing sealing) {
        return new JdbiUnitOfWork(database(), sealing, new Random(1), time -> Thread.yield());
    }

    /** Statements on the database past the stores. */
    public Jdbi jdbi() {
        return Jdbi.create(database().dataSource());
    }

    /** Moves every time that the stores measure by the database's clock back by so much. */
    public void passTime(Duration time) {
        jdbi().useTransaction(handle -> List.of(
                        "update fairlead.operations set due_at = due_at - cast(? as bigint) * interval '0.001' second",
                        "update fairlead.hub_duties set due_at = due_at - cast(? as bigint) * interval '0.001' second",
                        "update fairlead.hub_duties set created_at = created_at - cast(? as bigint) * interval '0.001' second")
                .forEach(sql -> handle.execute(sql, time.toMillis())));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        jdbi().useTransaction(handle -> TABLES.forEach(table -> handle.execute("delete from fairlead." + table)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(database().connectionsInUse())
                .as("connections kept by the test")
                .isZero();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (database != null && context.getRequiredTestClass().getEnclosingClass() == null) {
            database.close();
        }
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("fairlead-h2-");
            // Deleted in the reverse order: the file first.
            directory.toFile().deleteOnExit();
            directory.resolve("fairlead.mv.db").toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
