package io.fairlead.architecture.bad.adapters.rest;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** Breaks rule 11: SQL is for the stores. */
public final class AsksDatabase {
    Connection jdbc(DataSource source) throws SQLException {
        return source.getConnection();
    }

    Jdbi jdbi(DataSource source) {
        return Jdbi.create(source);
    }

    void migrate(Flyway flyway) {
        flyway.migrate();
    }

    void close(HikariDataSource pool) {
        pool.close();
    }
}
