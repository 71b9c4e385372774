package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.enrollment.EnrollmentGroupRow;
import io.fairlead.adapters.persistence.enrollment.EnrollmentRow;
import io.fairlead.adapters.persistence.registration.RegistrationRow;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.DeviceDossier;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The one statement of the request path: three rows by primary key, each of which may be missing. */
final class DossierQuery {
    private static final String SQL = """
            select e.id as e_id, e.etag as e_etag, e.created_at as e_created_at, e.updated_at as e_updated_at,
                e.entry as e_entry, e.information as e_information,
                g.id as g_id, g.etag as g_etag, g.attestation as g_attestation, g.created_at as g_created_at,
                g.updated_at as g_updated_at, g.entry as g_entry,
                r.id as r_id, r.etag as r_etag, r.written_id as r_written_id, r.entry_kind as r_entry_kind,
                r.entry_id as r_entry_id, r.group_id as r_group_id, r.hub as r_hub, r.device_id as r_device_id,
                r.incarnation as r_incarnation, r.credential as r_credential, r.substatus as r_substatus,
                r.running_operation as r_running_operation, r.last_operation as r_last_operation,
                r.created_at as r_created_at, r.updated_at as r_updated_at, r.failure as r_failure,
                r.payload as r_payload, r.webhook_twin as r_webhook_twin, r.root_key as r_root_key
            from (select cast(:id as varchar) as id) as asked
            left join fairlead.enrollments as e on e.id = asked.id
            left join fairlead.registrations as r on r.id = asked.id
            left join fairlead.enrollment_groups as g on g.id = r.group_id
            """;

    private DossierQuery() {}

    static DeviceDossier of(SqlSession sql, RegistrationId id) {
        Sealing sealing = sql.sealing();
        RowMapper<DeviceDossier> dossier =
                (row, context) -> new DeviceDossier(individual(row, sealing), group(row, sealing), registration(row));
        return sql.query(SQL).bind("id", id.canonical()).map(dossier).one();
    }

    private static Optional<IndividualEnrollment> individual(ResultSet row, Sealing sealing) throws SQLException {
        return row.getString("e_id") == null
                ? Optional.empty()
                : Optional.of(EnrollmentRow.at(row, "e_").toEnrollment(sealing));
    }

    private static Optional<EnrollmentGroup> group(ResultSet row, Sealing sealing) throws SQLException {
        return row.getString("g_id") == null
                ? Optional.empty()
                : Optional.of(EnrollmentGroupRow.at(row, "g_").toGroup(sealing));
    }

    private static Optional<DeviceRegistration> registration(ResultSet row) throws SQLException {
        return row.getString("r_id") == null
                ? Optional.empty()
                : Optional.of(RegistrationRow.at(row, "r_").toRegistration());
    }
}
