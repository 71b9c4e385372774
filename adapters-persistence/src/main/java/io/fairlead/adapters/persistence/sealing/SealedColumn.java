package io.fairlead.adapters.persistence.sealing;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.persistence.database.Database;
import io.fairlead.adapters.sealing.BrokenSeal;
import io.fairlead.adapters.sealing.RowSeal;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.SealedSecrets;
import io.fairlead.application.port.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The documents of one table, with secrets among their members. A document is replaced if it is still as it was read. */
public final class SealedColumn implements SealedSecrets {
    private static final int ROWS = 500;
    private static final List<List<String>> SAID = List.of(List.of("keys"), List.of("secret"), List.of("value"));

    private final Jdbi jdbi;
    private final Sealing sealing;
    private final Place place;
    private final String select;
    private final String replace;

    /**
     * Where secrets stand.
     *
     * @param key what tells rows apart, as SQL
     * @param paths of the members that are secrets: other members may hold anything, also what looks like a sealed text
     */
    private record Place(String table, String key, String column, List<List<String>> paths) {}

    private SealedColumn(Database database, Sealing sealing, Place place) {
        this.jdbi = Jdbi.create(database.dataSource());
        this.sealing = sealing;
        this.place = place;
        this.select =
                "select %2$s as id, %3$s as document from fairlead.%1$s where %2$s > :after order by %2$s limit %4$d"
                        .formatted(place.table(), place.key(), place.column(), ROWS);
        this.replace = "update fairlead.%1$s set %3$s = :renewed where %2$s = :id and %3$s = :document"
                .formatted(place.table(), place.key(), place.column());
    }

    /** All documents of the database that hold secrets, in an order that stays. */
    public static List<SealedSecrets> all(Database database, Sealing sealing) {
        List<List<String>> ofEntries = List.of(
                List.of("terms", "attestation", "keys"),
                List.of("terms", "attestation", "secret"),
                List.of("terms", "customAllocation", "webhookUrl"));
        return List.of(
                new SealedColumn(database, sealing, new Place("enrollments", "id", "entry", ofEntries)),
                new SealedColumn(database, sealing, new Place("enrollment_groups", "id", "entry", ofEntries)),
                new SealedColumn(
                        database, sealing, new Place("operator_records", "kind || '/' || id", "document", SAID)),
                new SealedColumn(database, sealing, new Place("snapshots", "operation_id", "snapshot", only("device"))),
                new SealedColumn(database, sealing, new Place("hub_duties", "id", "duty", only("conflict"))));
    }

    private record Row(String id, String document) {}

    @Override
    public Stretch renew(Optional<String> after) {
        try {
            return jdbi.inTransaction(handle -> renew(handle, after.orElse("")));
        } catch (BrokenSeal e) {
            throw new StoreException(e.getMessage(), e);
        }
    }

    private Stretch renew(Handle handle, String after) {
        List<Row> rows = handle.createQuery(select)
                .bind("after", after)
                .map((row, context) -> new Row(row.getString("id"), row.getString("document")))
                .list();
        PreparedBatch batch = handle.prepareBatch(replace);
        for (Row row : rows) {
            renewed(row)
                    .ifPresent(text -> batch.bind("renewed", text)
                            .bind("id", row.id())
                            .bind("document", row.document())
                            .add());
        }
        int renewed = batch.size();
        if (renewed > 0) batch.execute();
        return new Stretch(
                rows.size(),
                renewed,
                rows.size() < ROWS
                        ? Optional.empty()
                        : Optional.of(rows.get(ROWS - 1).id()));
    }

    private static List<List<String>> only(String name) {
        return List.of(List.of(name));
    }

    /** Empty when there is nothing to renew. */
    private Optional<String> renewed(Row row) {
        Map<String, Object> document = JsonText.parseObject(row.document().getBytes(StandardCharsets.UTF_8))
                .members();
        RowSeal seal = sealing.row(place.table(), row.id());
        boolean changed = false;
        for (List<String> path : place.paths()) {
            changed |= renew(document, path, seal);
        }
        return changed
                ? Optional.of(new String(JsonText.writeWithNulls(document), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static boolean renew(Map<String, Object> members, List<String> path, RowSeal seal) {
        String name = path.get(0);
        Object value = members.get(name);
        if (path.size() > 1) {
            return value instanceof Map<?, ?> && renew(inside(value), path.subList(1, path.size()), seal);
        }
        if (!(value instanceof String text)) return false;
        String renewed = seal.renew(name, text);
        members.put(name, renewed);
        return !renewed.equals(text);
    }

    /** Trees hold no other maps than of string to anything. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Object map) {
        return (Map<String, Object>) map;
    }
}
