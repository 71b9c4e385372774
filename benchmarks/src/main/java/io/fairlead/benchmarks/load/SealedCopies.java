package io.fairlead.benchmarks.load;

import io.fairlead.adapters.sealing.Sealing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Copies of one entry, written by PostgreSQL's COPY in its text format, with the keys sealed anew for each. */
final class SealedCopies {
    private static final String TABLE = "enrollments";
    private static final String SECRET = "keys";
    private static final Pattern SEALED = Pattern.compile("sealed:[0-9a-f]+:[A-Za-z0-9+/]+");
    private static final int CHUNK = 1 << 16;

    private final CopyManager copies;
    private final Sealing sealing;
    private final String device;
    private final String before;
    private final String keys;
    private final String after;

    SealedCopies(Connection connection, Sealing sealing, String device) throws SQLException {
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        this.sealing = sealing;
        this.device = device;
        String row = template();
        Matcher sealed = SEALED.matcher(row);
        if (!sealed.find()) throw new IllegalStateException("the keys of " + device + " are not encrypted");
        this.before = row.substring(0, sealed.start());
        this.keys = sealing.row(TABLE, device).open(SECRET, sealed.group());
        this.after = row.substring(sealed.end());
    }

    private String template() throws SQLException {
        StringWriter row = new StringWriter();
        try {
            copies.copyOut("copy (select * from fairlead.enrollments where id = '" + device + "') to stdout", row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row.toString();
    }

    void write(String prefix, int from, int to) throws SQLException {
        CopyIn in = copies.copyIn("copy fairlead.enrollments from stdin");
        StringBuilder chunk = new StringBuilder(2 * CHUNK);
        for (int number = from; number < to; number++) {
            append(chunk, Population.id(prefix, number));
            if (chunk.length() > CHUNK || number + 1 == to) {
                byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
                in.writeToCopy(bytes, 0, bytes.length);
                chunk.setLength(0);
            }
        }
        in.endCopy();
    }

    private void append(StringBuilder chunk, String id) {
        chunk.append(before.replace(device, id))
                .append(sealing.row(TABLE, id).seal(SECRET, keys))
                .append(after.replace(device, id));
    }
}
