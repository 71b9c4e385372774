package io.fairlead.adapters.persistence.operation;

import io.fairlead.adapters.persistence.sql.DueClaim;

/** The statements on {@code operations}. */
final class OperationSql {
    static final String FIND = """
            select id, registration_id, status, fence, attempts, created_at, request, payload, progress, failure
            from fairlead.operations where id = :id
            """;

    static final String INSERT = """
            insert into fairlead.operations (id, registration_id, status, fence, node, due_at, attempts, created_at,
                request, payload, progress, failure)
            values (:id, :registrationId, :status, :fence, :node, %s, :attempts, :createdAt,
                :request, :payload, :progress, :failure)
            """.formatted(DueClaim.AFTER_MILLIS);

    static final String ADVANCE = """
            update fairlead.operations
            set attempts = :attempts, progress = :progress, due_at = %s
            where id = :id and fence = :fence and status = 'RUNNING'
            """.formatted(DueClaim.AFTER_MILLIS);

    /** What is finished is due for the purge, which goes by the time of its creation. */
    static final String FINISH = """
            update fairlead.operations
            set status = :status, attempts = :attempts, progress = :progress, failure = :failure, due_at = created_at
            where id = :id and fence = :fence and status = 'RUNNING'
            """;

    static final DueClaim CLAIM = new DueClaim("""
            select id, fence from fairlead.operations
            where status = 'RUNNING' and due_at <= current_timestamp
            order by status, due_at limit 8
            """, """
            update fairlead.operations set fence = fence + 1, node = :node, due_at = %s
            where id = :id and fence = :fence and status = 'RUNNING' and due_at <= current_timestamp
            """.formatted(DueClaim.AFTER_MILLIS));

    static final String PURGE = """
            delete from fairlead.operations where id in (
                select id from fairlead.operations
                where status in ('ASSIGNED', 'FAILED') and due_at < :before
                order by due_at limit :limit)
            """;

    private OperationSql() {}
}
