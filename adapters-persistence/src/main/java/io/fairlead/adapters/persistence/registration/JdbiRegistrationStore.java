package io.fairlead.adapters.persistence.registration;

import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.persistence.sql.PageOf;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.RegistrationStore;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** Registration records in the table {@code registrations}. */
public final class JdbiRegistrationStore implements RegistrationStore {
    private static final RowMapper<DeviceRegistration> RECORD =
            (row, context) -> RegistrationRow.at(row, "").toRegistration();

    private final SqlSession sql;

    public JdbiRegistrationStore(SqlSession sql) {
        this.sql = sql;
    }

    @Override
    public Optional<DeviceRegistration> find(RegistrationId id) {
        return sql.query(RegistrationSql.FIND)
                .bind("id", id.canonical())
                .map(RECORD)
                .findOne();
    }

    @Override
    public boolean insert(DeviceRegistration registration) {
        return bound(sql.update(RegistrationSql.INSERT), registration).execute() == 1;
    }

    @Override
    public boolean replace(DeviceRegistration registration, ETag expected) {
        return bound(sql.update(RegistrationSql.REPLACE), registration)
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(RegistrationId id, ETag expected) {
        return sql.update(RegistrationSql.REMOVE)
                        .bind("id", id.canonical())
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    @Override
    public Optional<DeviceRegistration> assignedTo(HubDeviceKey place) {
        return sql.query(RegistrationSql.ASSIGNED_TO)
                .bind("hub", place.hub().value())
                .bind("deviceId", place.device().value())
                .map(RECORD)
                .findOne();
    }

    @Override
    public Page<DeviceRegistration> inGroup(EnrollmentGroupId group, KeyRange range, PageRequest request) {
        List<RegistrationRow> rows = PageOf.bind(sql.query(RegistrationSql.IN_GROUP), range, request)
                .bind("groupId", group.canonical())
                .map((row, context) -> RegistrationRow.at(row, ""))
                .list();
        return PageOf.light(
                rows, request, RegistrationRow::id, RegistrationRow::weight, RegistrationRow::toRegistration);
    }

    @Override
    public long countAt(HubName hub) {
        return sql.query(RegistrationSql.COUNT_AT)
                .bind("hub", hub.value())
                .mapTo(Long.class)
                .one();
    }

    private static Update bound(Update update, DeviceRegistration registration) {
        RegistrationRow row = RegistrationRow.from(registration);
        Optional<HubAssignment> assignment = row.assignment();
        return update.bind("id", row.id())
                .bind("etag", row.etag())
                .bind("writtenId", row.writtenId())
                .bind("entryKind", row.entryKind())
                .bind("entryId", row.entryId())
                .bind("groupId", row.groupId().orElse(null))
                .bind("hub", assignment.map(it -> it.key().hub().value()).orElse(null))
                .bind(
                        "deviceId",
                        assignment.map(it -> it.key().device().value()).orElse(null))
                .bind("incarnation", assignment.map(HubAssignment::incarnation).orElse(null))
                .bind(
                        "credential",
                        assignment.map(HubAssignment::credentialFingerprint).orElse(null))
                .bind("substatus", row.substatus().orElse(null))
                .bind("runningOperation", row.runningOperation().orElse(null))
                .bind("lastOperation", row.lastOperation().orElse(null))
                .bind("createdAt", Columns.time(row.createdAt()))
                .bind("updatedAt", Columns.time(row.updatedAt()))
                .bind("failure", row.failure().orElse(null))
                .bind("payload", row.payload().orElse(null))
                .bind("webhookTwin", row.webhookTwin().orElse(null))
                .bind("rootKey", row.rootKey().orElse(null));
    }
}
