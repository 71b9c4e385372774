package io.fairlead.adapters.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseKind;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.adapters.persistence.database.DatabaseUnusable;
import io.fairlead.adapters.persistence.testing.EmbeddedPostgresServer;
import io.fairlead.application.contract.Race;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaMigrationIT {
    private static final int NODES = 3;

    @TempDir
    Path directory;

    private Database database;

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void runShouldMakeTheSchemaOnceWhenNodesStartTogether(DatabaseKind kind) {
        open(kind);
        Race.among(NODES, node -> {
            SchemaMigration.run(database);
            return true;
        });
        SchemaMigration.run(database);
        assertThat(number("select count(*) from fairlead.registrations")).isZero();
        assertThat(number("select count(*) - count(distinct version) from fairlead.\"flyway_schema_history\""
                        + " where version is not null"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void runShouldRefuseSchemaOfNewerProgram(DatabaseKind kind) {
        open(kind);
        SchemaMigration.run(database);
        jdbi().useHandle(handle ->
                handle.execute("update fairlead.\"flyway_schema_history\" set version = '999' where version = '005'"));
        assertRefused("is at version 999, which is newer than this program");
    }

    @ParameterizedTest
    @EnumSource
    void runShouldRefuseSchemaThatIsSomebodyElses(DatabaseKind kind) {
        open(kind);
        jdbi().useHandle(handle -> {
            handle.execute("create schema fairlead");
            handle.execute("create table fairlead.strangers (id int)");
        });
        assertRefused("the schema fairlead cannot be brought up to date");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> SchemaMigration.run(database))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private void open(DatabaseKind kind) {
        DatabaseSettings settings = kind == DatabaseKind.H2
                ? DatabaseSettings.embedded(directory)
                : EmbeddedPostgresServer.shared().newDatabase();
        database = Database.open(settings);
    }

    private int number(String sql) {
        return jdbi().withHandle(
                        handle -> handle.createQuery(sql).mapTo(int.class).one());
    }

    private Jdbi jdbi() {
        return Jdbi.create(database.dataSource());
    }
}
