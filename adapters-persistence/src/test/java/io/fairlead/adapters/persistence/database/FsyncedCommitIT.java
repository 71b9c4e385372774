package io.fairlead.adapters.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.persistence.fsync.DiskJournal;
import io.fairlead.application.contract.Race;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What embedded H2, set up as shipped, has on the disk when a commit returns. */
class FsyncedCommitIT {
    private static final int COMMITS = 50;

    @TempDir
    Path directory;

    @Test
    void commitShouldHaveForcedAllItWrote() {
        try (JournalledH2 h2 = JournalledH2.open(directory, "5000")) {
            DiskJournal disk = h2.disk();
            for (int number = 0; number < COMMITS; number++) {
                long before = disk.forces();
                h2.commit(number);
                assertThat(disk.forces()).isGreaterThan(before);
                assertThat(disk.isAllForced()).isTrue();
            }
        }
    }

    @Test
    void commitsShouldShareForcesWhenTheyWaitTogether() {
        try (JournalledH2 h2 = JournalledH2.open(directory, "5000")) {
            long before = h2.disk().forces();
            Race.among(Race.RACERS, racer -> {
                for (int i = 0; i < COMMITS; i++) h2.commit(racer + i * Race.RACERS);
                return true;
            });
            // Alone, each would have taken two.
            assertThat(h2.disk().forces() - before).isLessThan(2L * Race.RACERS * COMMITS);
        }
    }
}
