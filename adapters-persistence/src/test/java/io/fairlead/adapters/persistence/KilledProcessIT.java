package io.fairlead.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.fairlead.adapters.persistence.database.DatabaseUnusable;
import io.fairlead.adapters.persistence.testing.SomeSealing;
import io.fairlead.adapters.persistence.testing.WriterProcess;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that holds the embedded database is killed while it writes. */
class KilledProcessIT {
    private static final int KILLS = 3;
    private static final int COMMITS_BEFORE_KILL = 150;
    private static final int NUMBERS_A_LIFE = 1_000_000;

    @TempDir
    Path directory;

    @Test
    void everyAcknowledgedCommitShouldBeThereWhenTheProcessIsKilled() {
        List<Integer> acknowledged = new ArrayList<>();
        for (int life = 0; life < KILLS; life++) {
            acknowledged.addAll(writeUntilKilled(life * NUMBERS_A_LIFE));
            assertThat(missing(acknowledged)).as("after kill %d", life + 1).isEmpty();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * COMMITS_BEFORE_KILL);
    }

    @Test
    void openShouldSayThatAnotherProcessHoldsTheFile() {
        try (WriterProcess writer = WriterProcess.start(directory, 0)) {
            assertThat(writer.acknowledged().iterator().hasNext()).isTrue();
            assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(directory)))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("is in use by another process");
        }
    }

    private List<Integer> writeUntilKilled(int first) {
        List<Integer> said = new ArrayList<>();
        try (WriterProcess writer = WriterProcess.start(directory, first)) {
            Iterator<Integer> numbers = writer.acknowledged().iterator();
            while (numbers.hasNext()) {
                said.add(numbers.next());
                if (said.size() == COMMITS_BEFORE_KILL) writer.kill();
            }
        }
        return said;
    }

    /** Both rows of each number must be there. */
    private List<Integer> missing(List<Integer> acknowledged) {
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            UnitOfWork work = new JdbiUnitOfWork(database, SomeSealing.USUAL, new Random(1), time -> Thread.yield());
            return acknowledged.stream()
                    .filter(number -> !isThere(work, "device-" + number))
                    .toList();
        }
    }

    private static boolean isThere(UnitOfWork work, String name) {
        return work.read(
                stores -> stores.operations().find(new OperationId(name)).isPresent()
                        && stores.registrations().find(new RegistrationId(name)).isPresent());
    }
}
