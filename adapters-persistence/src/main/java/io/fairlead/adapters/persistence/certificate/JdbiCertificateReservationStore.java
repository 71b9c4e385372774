package io.fairlead.adapters.persistence.certificate;

import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.port.CertificateReservationStore;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.EnrollmentRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reservations in the table {@code certificate_reservations}. */
public final class JdbiCertificateReservationStore implements CertificateReservationStore {
    private static final String HOLDER = """
            select holder_kind, holder_id from fairlead.certificate_reservations where thumbprint = :thumbprint
            """;
    private static final String RESERVE = """
            insert into fairlead.certificate_reservations (thumbprint, holder_kind, holder_id)
            values (:thumbprint, :kind, :id)
            on conflict do nothing
            """;
    private static final String REASSIGN = """
            update fairlead.certificate_reservations set holder_kind = :kind, holder_id = :id
            where thumbprint = :thumbprint and holder_kind = :fromKind and holder_id = :fromId
            """;
    private static final String HELD = """
            select thumbprint from fairlead.certificate_reservations where holder_kind = :kind and holder_id = :id
            """;
    private static final String RELEASE = """
            delete from fairlead.certificate_reservations
            where thumbprint = :thumbprint and holder_kind = :kind and holder_id = :id
            """;

    private static final RowMapper<EnrollmentRef> REF = (row, context) ->
            new EnrollmentRef(EnrollmentRef.Kind.valueOf(row.getString("holder_kind")), row.getString("holder_id"));

    private final SqlSession sql;

    public JdbiCertificateReservationStore(SqlSession sql) {
        this.sql = sql;
    }

    @Override
    public Optional<EnrollmentRef> holder(Thumbprint certificate) {
        return sql.query(HOLDER)
                .bind("thumbprint", certificate.value())
                .map(REF)
                .findOne();
    }

    @Override
    public boolean reserve(Thumbprint certificate, EnrollmentRef holder) {
        return sql.update(RESERVE)
                        .bind("thumbprint", certificate.value())
                        .bind("kind", holder.kind().name())
                        .bind("id", holder.canonical().id())
                        .execute()
                == 1;
    }

    @Override
    public boolean reassign(Thumbprint certificate, EnrollmentRef from, EnrollmentRef to) {
        return sql.update(REASSIGN)
                        .bind("thumbprint", certificate.value())
                        .bind("kind", to.kind().name())
                        .bind("id", to.canonical().id())
                        .bind("fromKind", from.kind().name())
                        .bind("fromId", from.canonical().id())
                        .execute()
                == 1;
    }

    @Override
    public void release(EnrollmentRef holder, Set<Thumbprint> kept) {
        held(holder).stream()
                .filter(certificate -> !kept.contains(certificate))
                .forEach(certificate -> release(certificate, holder));
    }

    private List<Thumbprint> held(EnrollmentRef holder) {
        return sql.query(HELD)
                .bind("kind", holder.kind().name())
                .bind("id", holder.canonical().id())
                .mapTo(String.class)
                .map(Thumbprint::new)
                .list();
    }

    private void release(Thumbprint certificate, EnrollmentRef holder) {
        sql.update(RELEASE)
                .bind("thumbprint", certificate.value())
                .bind("kind", holder.kind().name())
                .bind("id", holder.canonical().id())
                .execute();
    }
}
