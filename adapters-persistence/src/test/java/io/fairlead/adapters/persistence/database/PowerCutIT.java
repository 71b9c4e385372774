package io.fairlead.adapters.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.persistence.fsync.DiskJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The power goes at any moment, and of what was written but not forced each sector reached the disk or did not, as chance
 * has it: every acknowledged commit is there, and no commit is there by half.
 */
class PowerCutIT {
    private static final int COMMITS = 120;
    private static final int CUTS = 30;
    private static final long SEED = 20_261_122;

    @TempDir
    Path directory;

    /** With no retention freed space is used again at once, which overwrites what a recovery might have looked for. */
    @ParameterizedTest(name = "retention {0} ms")
    @ValueSource(strings = {"5000", "0"})
    void acknowledgedCommitsShouldSurviveWhenThePowerGoes(String retention) {
        List<Integer> acknowledged = new ArrayList<>();
        DiskJournal disk;
        int begin;
        try (JournalledH2 h2 = JournalledH2.open(directory, retention)) {
            disk = h2.disk();
            begin = disk.length();
            for (int number = 0; number < COMMITS; number++) {
                h2.commit(number);
                acknowledged.add(disk.length());
                if (number % 8 == 7) h2.tidy();
            }
        }
        Random chance = new Random(SEED);
        TreeSet<Integer> cuts = cuts(begin, disk.length(), chance);
        // Nothing is under way at these: as when the process is killed between two commits.
        chance.ints(CUTS, 0, COMMITS).map(acknowledged::get).forEach(cuts::add);
        for (int cut : cuts) {
            int safe =
                    (int) acknowledged.stream().filter(length -> length <= cut).count();
            assertThat(JournalledH2.contentAfter(disk, cut, chance, directory))
                    .as("after event %d of %d, seed %d", cut, disk.length(), SEED)
                    .isIn(expected(safe), expected(safe + 1));
        }
    }

    private static TreeSet<Integer> cuts(int begin, int end, Random chance) {
        TreeSet<Integer> cuts = new TreeSet<>();
        chance.ints(CUTS, begin, end).forEach(cuts::add);
        cuts.add(end);
        return cuts;
    }

    /** The tables after so many commits. */
    private static Map<Integer, Integer> expected(int commits) {
        return JournalledH2.content(Math.min(commits, COMMITS));
    }
}
