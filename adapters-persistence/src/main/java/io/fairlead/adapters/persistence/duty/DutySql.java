package io.fairlead.adapters.persistence.duty;

import io.fairlead.adapters.persistence.sql.DueClaim;

/** The statements on {@code hub_duties}. */
final class DutySql {
    private static final String SELECT =
            "select id, registration_id, fence, attempts, duty, last_error from fairlead.hub_duties ";

    static final String FIND = SELECT + "where id = :id";

    static final String OF_DEVICE = SELECT + "where registration_id = :registrationId order by created_at, id";

    static final String PAGE = SELECT + "where id > :after order by id limit :limit";

    static final String INSERT = """
            insert into fairlead.hub_duties (id, registration_id, fence, due_at, created_at, attempts, duty, last_error)
            values (:id, :registrationId, :fence, %s, current_timestamp, :attempts, :duty, :lastError)
            """.formatted(DueClaim.AFTER_MILLIS);

    static final String INSERT_NEVER_DUE = """
            insert into fairlead.hub_duties (id, registration_id, fence, due_at, created_at, attempts, duty, last_error)
            values (:id, :registrationId, :fence, null, current_timestamp, :attempts, :duty, :lastError)
            """;

    static final DueClaim CLAIM_DUE = new DueClaim("""
            select id, fence from fairlead.hub_duties
            where due_at <= current_timestamp
            order by due_at limit 8
            """, """
            update fairlead.hub_duties set fence = fence + 1, node = :node, due_at = %s
            where id = :id and fence = :fence and due_at <= current_timestamp
            """.formatted(DueClaim.AFTER_MILLIS));

    /** What is never due stays so. */
    static final String CLAIM = """
            update fairlead.hub_duties
            set fence = fence + 1, node = :node, due_at = case when due_at is null then due_at else %s end
            where id = :id
            """.formatted(DueClaim.AFTER_MILLIS);

    static final String POSTPONE = """
            update fairlead.hub_duties
            set attempts = :attempts, last_error = :lastError, due_at = case when due_at is null then due_at else %s end
            where id = :id and fence = :fence
            """.formatted(DueClaim.AFTER_MILLIS);

    static final String FINISH = "delete from fairlead.hub_duties where id = :id and fence = :fence";

    static final String WITHDRAW = "delete from fairlead.hub_duties where id = :id";

    private DutySql() {}
}
