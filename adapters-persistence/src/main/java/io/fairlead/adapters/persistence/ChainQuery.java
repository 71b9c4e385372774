package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.certificate.CertificateAuthorityRow;
import io.fairlead.adapters.persistence.enrollment.EnrollmentGroupRow;
import io.fairlead.adapters.persistence.enrollment.EnrollmentRow;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.ChainDossier;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.enrollment.Enrollment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/** What is on file about a presented chain: two statements, each by as many keys as a chain may be long. */
final class ChainQuery {
    private static final String AMONG = " in (" + places() + ")";
    private static final String HOLDERS = """
            select r.thumbprint as thumbprint,
                e.id as e_id, e.etag as e_etag, e.created_at as e_created_at, e.updated_at as e_updated_at,
                e.entry as e_entry, e.information as e_information,
                g.id as g_id, g.etag as g_etag, g.attestation as g_attestation, g.created_at as g_created_at,
                g.updated_at as g_updated_at, g.entry as g_entry
            from fairlead.certificate_reservations as r
            left join fairlead.enrollments as e on r.holder_kind = 'INDIVIDUAL' and e.id = r.holder_id
            left join fairlead.enrollment_groups as g on r.holder_kind = 'GROUP' and g.id = r.holder_id
            where r.thumbprint
            """ + AMONG;
    private static final String AUTHORITIES = """
            select name, written_name, etag, thumbprint, certificate, proven, code, created_at, updated_at
            from fairlead.certificate_authorities where thumbprint
            """ + AMONG;

    private ChainQuery() {}

    /** A reservation whose entry is gone holds nothing. */
    private record Holder(String thumbprint, Optional<Enrollment> entry) {}

    static ChainDossier of(SqlSession sql, List<Thumbprint> chain) {
        List<CertificateAuthority> authorities = bound(sql.query(AUTHORITIES), chain)
                .map((row, context) -> CertificateAuthorityRow.at(row).toAuthority())
                .list();
        Map<String, Optional<Enrollment>> holders = bound(sql.query(HOLDERS), chain)
                .map((row, context) -> new Holder(row.getString("thumbprint"), entry(row, sql.sealing())))
                .collect(Collectors.toMap(Holder::thumbprint, Holder::entry));
        return new ChainDossier(inOrder(chain, holders), authorities);
    }

    /** Each entry once, where its first certificate stands. */
    private static List<Enrollment> inOrder(List<Thumbprint> chain, Map<String, Optional<Enrollment>> holders) {
        return chain.stream()
                .map(certificate -> holders.get(certificate.value()))
                .filter(Objects::nonNull)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Enrollment> entry(ResultSet row, Sealing sealing) throws SQLException {
        if (row.getString("e_id") != null)
            return Optional.of(EnrollmentRow.at(row, "e_").toEnrollment(sealing));
        return row.getString("g_id") == null
                ? Optional.empty()
                : Optional.of(EnrollmentGroupRow.at(row, "g_").toGroup(sealing));
    }

    /** A short chain fills the rest with its leaf. */
    private static Query bound(Query query, List<Thumbprint> chain) {
        for (int place = 0; place < CertificateChain.MAX_LENGTH; place++) {
            Thumbprint certificate = chain.get(place < chain.size() ? place : 0);
            query.bind("t" + place, certificate.value());
        }
        return query;
    }

    private static String places() {
        return IntStream.range(0, CertificateChain.MAX_LENGTH)
                .mapToObj(place -> ":t" + place)
                .collect(Collectors.joining(", "));
    }
}
