package io.fairlead.adapters.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application server may interrupt the thread that writes; over plain files that would close the database for all. */
class InterruptedWriterIT {
    @TempDir
    Path directory;

    @AfterEach
    void forgetInterrupt() {
        Thread.interrupted();
    }

    @Test
    void databaseShouldStayOpenWhenWriterIsInterrupted() {
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            Jdbi jdbi = Jdbi.create(database.dataSource());
            try (Handle mine = jdbi.open();
                    Handle another = jdbi.open()) {
                mine.execute("create table t (id int primary key)");
                Thread.currentThread().interrupt();
                mine.execute("insert into t values (1)");
                assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
                another.execute("insert into t values (2)");
                assertThat(another.createQuery("select count(*) from t")
                                .mapTo(int.class)
                                .one())
                        .isEqualTo(2);
            }
        }
    }
}
