package io.fairlead.adapters.persistence.registration;

import io.fairlead.adapters.persistence.sql.PageOf;

/** The statements on {@code registrations}. */
final class RegistrationSql {
    private static final String SELECT = """
            select id, etag, written_id, entry_kind, entry_id, group_id, hub, device_id, incarnation, credential, substatus,
                running_operation, last_operation, created_at, updated_at, failure, payload, webhook_twin,
                root_key
            from fairlead.registrations
            """;

    static final String FIND = SELECT + "where id = :id";

    static final String ASSIGNED_TO =
            SELECT + "where hub = :hub and device_id = :deviceId order by id fetch first 1 row only";

    static final String IN_GROUP = SELECT + "where group_id = :groupId and" + PageOf.STRETCH;

    static final String INSERT = """
            insert into fairlead.registrations (id, etag, written_id, entry_kind, entry_id, group_id, hub, device_id,
                incarnation, credential, substatus, running_operation, last_operation, created_at, updated_at, failure,
                payload, webhook_twin, root_key)
            values (:id, :etag, :writtenId, :entryKind, :entryId, :groupId, :hub, :deviceId,
                :incarnation, :credential, :substatus, :runningOperation, :lastOperation, :createdAt, :updatedAt, :failure,
                :payload, :webhookTwin, :rootKey)
            on conflict do nothing
            """;

    static final String REPLACE = """
            update fairlead.registrations
            set etag = :etag, written_id = :writtenId, entry_kind = :entryKind, entry_id = :entryId, group_id = :groupId,
                hub = :hub, device_id = :deviceId, incarnation = :incarnation, credential = :credential,
                substatus = :substatus, running_operation = :runningOperation, last_operation = :lastOperation,
                created_at = :createdAt, updated_at = :updatedAt, failure = :failure, payload = :payload,
                webhook_twin = :webhookTwin, root_key = :rootKey
            where id = :id and etag = :expected
            """;

    static final String REMOVE = "delete from fairlead.registrations where id = :id and etag = :expected";

    static final String COUNT_AT = "select count(*) from fairlead.registrations where hub = :hub";

    private RegistrationSql() {}
}
