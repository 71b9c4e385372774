package io.fairlead.adapters.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.persistence.fsync.DiskJournal;
import io.fairlead.adapters.persistence.fsync.FsyncFilePath;
import io.fairlead.adapters.persistence.fsync.JournalledFilePath;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * H2 with the shipped settings on a disk that keeps a journal. Commit number n changes slot n modulo {@value #SLOTS} in
 * two tables.
 */
final class JournalledH2 implements AutoCloseable {
    private static final int SLOTS = 25;
    private static final String FILLING = "x".repeat(2000);

    private final Jdbi jdbi;
    private final DiskJournal disk;
    private final Handle keepsOpen;

    private JournalledH2(Jdbi jdbi, DiskJournal disk) {
        this.jdbi = jdbi;
        this.disk = disk;
        this.keepsOpen = jdbi.open();
    }

    static JournalledH2 open(Path directory, String retention) {
        FsyncFilePath.register();
        DiskJournal disk = JournalledFilePath.begin();
        String url = H2Url.complete("jdbc:h2:file:" + directory.resolve("journalled-" + retention))
                .replace("fsync:", "fsync:" + JournalledFilePath.PREFIX)
                .replace("RETENTION_TIME=5000", "RETENTION_TIME=" + retention);
        JournalledH2 h2 = new JournalledH2(Jdbi.create(url, "sa", ""), disk);
        h2.keepsOpen.execute("create table one (slot int primary key, number int, text varchar)");
        h2.keepsOpen.execute("create table other (slot int primary key, number int, text varchar)");
        return h2;
    }

    DiskJournal disk() {
        return disk;
    }

    void commit(int number) {
        jdbi.useTransaction(handle -> {
            for (String table : new String[] {"one", "other"}) {
                handle.execute("delete from " + table + " where slot = ?", number % SLOTS);
                handle.execute("insert into " + table + " values (?, ?, ?)", number % SLOTS, number, FILLING);
            }
        });
    }

    /** Gathers remnants, as the upkeep does now and then. */
    void tidy() {
        SessionLocal session = (SessionLocal) ((JdbcConnection) keepsOpen.getConnection()).getSession();
        session.getDatabase().getStore().getMvStore().compact(90, 1024 * 1024);
    }

    @Override
    public void close() {
        keepsOpen.close();
    }

    /** What the tables hold after so many commits: the number of the last one in each slot. */
    static Map<Integer, Integer> content(int commits) {
        Map<Integer, Integer> content = new TreeMap<>();
        for (int number = 0; number < commits; number++) content.put(number % SLOTS, number);
        return content;
    }

    /** What the tables hold when the database is opened again after a power cut. */
    static Map<Integer, Integer> contentAfter(DiskJournal disk, int cut, Random chance, Path directory) {
        String name = "cut-" + cut + "-" + System.identityHashCode(disk);
        disk.cutAfter(cut, chance, directory.resolve(name + ".mv.db"));
        String url = H2Url.complete("jdbc:h2:file:" + directory.resolve(name)).replace(FsyncFilePath.PREFIX, "");
        try (Handle handle = Jdbi.open(url, "sa", "")) {
            Map<Integer, Integer> one = content(handle, "one");
            assertThat(content(handle, "other")).isEqualTo(one);
            return one;
        }
    }

    private static Map<Integer, Integer> content(Handle handle, String table) {
        Map<Integer, Integer> content = new TreeMap<>();
        handle.createQuery("select slot, number from " + table)
                .map((row, context) -> content.put(row.getInt(1), row.getInt(2)))
                .list();
        return content;
    }
}
