package io.fairlead.adapters.persistence.sql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Claiming one due row of a table by compare-and-set: whoever raises the fence that it has read holds the row until the
 * lease ends by the database's clock. Needs no lock that would keep others waiting for a whole unit of work, behaves alike
 * on both databases, and touches one row, so it works where the table is spread over machines.
 *
 * @param candidates selects {@code id} and {@code fence} of due rows, the longest due first
 * @param take raises the fence of row {@code :id} if it is due and still has {@code :fence}; gives it to {@code :node} for
 *     {@code :millis}
 */
public record DueClaim(String candidates, String take) {
    /** A claimer that finds the first rows taken meanwhile looks again; each time somebody else was lucky. */
    private static final int LOOKS = 3;

    /** The instant so many {@code :millis} from now by the database's clock, in SQL. */
    public static final String AFTER_MILLIS = "current_timestamp + cast(:millis as bigint) * interval '0.001' second";

    private static final RowMapper<Candidate> CANDIDATE =
            (row, context) -> new Candidate(row.getString("id"), row.getLong("fence"));

    private record Candidate(String id, long fence) {}

    /** The id of the row that is now this node's; empty when none is due. */
    public Optional<String> next(SqlSession sql, String node, Duration lease) {
        for (int look = 0; look < LOOKS; look++) {
            List<Candidate> due = sql.query(candidates).map(CANDIDATE).list();
            if (due.isEmpty()) return Optional.empty();
            Optional<Candidate> taken = due.stream()
                    .filter(candidate -> take(sql, candidate, node, lease))
                    .findFirst();
            if (taken.isPresent()) return taken.map(Candidate::id);
        }
        return Optional.empty();
    }

    private boolean take(SqlSession sql, Candidate candidate, String node, Duration lease) {
        return sql.update(take)
                        .bind("id", candidate.id())
                        .bind("fence", candidate.fence())
                        .bind("node", node)
                        .bind("millis", lease.toMillis())
                        .execute()
                == 1;
    }
}
