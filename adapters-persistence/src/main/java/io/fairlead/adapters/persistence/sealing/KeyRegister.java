package io.fairlead.adapters.persistence.sealing;

import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.persistence.database.DatabaseUnusable;
import io.fairlead.adapters.sealing.BrokenSeal;
import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.RowSeal;
import io.fairlead.adapters.sealing.Sealing;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The book of the keys that this database's secrets are encrypted with, in the database itself: not the keys, but their
 * ids and a text that each decrypts. So a wrong or a missing key is found at the start, and not at the first device.
 */
public final class KeyRegister {
    private static final String ALL = "select number, id, proof from fairlead.sealing_keys order by number";
    private static final String ENTER = """
            insert into fairlead.sealing_keys (number, id, proof, since)
            values (:number, :id, :proof, current_timestamp)
            on conflict do nothing
            """;
    private static final String TABLE = "sealing_keys";
    private static final String PROOF = "proof";

    private final Jdbi jdbi;

    public KeyRegister(Database database) {
        this.jdbi = Jdbi.create(database.dataSource());
    }

    private record Entry(int number, String id, String proof) {}

    /** The ids of the keys that secrets may be encrypted with; none in a new database. */
    public Set<String> ids() {
        return jdbi.withHandle(handle -> all(handle).stream().map(Entry::id).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Makes sure that every key in the book is on the ring, and enters the ring's active key.
     *
     * @throws DatabaseUnusable when one is missing, or not the key that it was
     */
    public void enter(KeyRing ring, Sealing sealing) {
        jdbi.useHandle(handle -> {
            List<Entry> book = all(handle);
            while (!isIn(book, ring.active().id())) {
                book.forEach(entry -> check(entry, ring, sealing));
                insert(handle, last(book) + 1, ring, sealing);
                book = all(handle);
            }
            book.forEach(entry -> check(entry, ring, sealing));
        });
    }

    /** Forgets the keys that encrypt nothing any more. */
    void keepOnly(String id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from fairlead.sealing_keys where id <> :id")
                .bind("id", id)
                .execute());
    }

    private static List<Entry> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> new Entry(row.getInt("number"), row.getString("id"), row.getString(PROOF)))
                .list();
    }

    private static boolean isIn(List<Entry> book, String id) {
        return book.stream().anyMatch(entry -> entry.id().equals(id));
    }

    private static int last(List<Entry> book) {
        return book.isEmpty() ? 0 : book.get(book.size() - 1).number();
    }

    /** Nothing happens when another node took that number: then the book is read again, with that node's key in it. */
    private static void insert(Handle handle, int number, KeyRing ring, Sealing sealing) {
        String id = ring.active().id();
        handle.createUpdate(ENTER)
                .bind("number", number)
                .bind("id", id)
                .bind(PROOF, seal(sealing, id).seal(PROOF, id))
                .execute();
    }

    private static void check(Entry entry, KeyRing ring, Sealing sealing) {
        if (ring.find(entry.id()).isEmpty()) {
            throw new DatabaseUnusable("secrets in the database are encrypted with key " + entry.id()
                    + ", which is not among the configured keys (" + String.join(", ", ring.ids()) + ")");
        }
        try {
            seal(sealing, entry.id()).open(PROOF, entry.proof());
        } catch (BrokenSeal e) {
            throw new DatabaseUnusable(
                    "the configured key " + entry.id() + " is not the one of that id that the database"
                            + " was encrypted with, or the table " + TABLE + " was changed",
                    e);
        }
    }

    private static RowSeal seal(Sealing sealing, String id) {
        return sealing.row(TABLE, id);
    }
}
