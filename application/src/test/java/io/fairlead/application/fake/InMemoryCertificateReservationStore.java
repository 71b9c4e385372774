package io.fairlead.application.fake;

import io.fairlead.application.port.CertificateReservationStore;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.EnrollmentRef;
import java.util.Optional;
import java.util.Set;

/** Reservations in a table. */
final class InMemoryCertificateReservationStore implements CertificateReservationStore {
    private final Table<HeldCertificate> rows;

    InMemoryCertificateReservationStore(Table<HeldCertificate> rows) {
        this.rows = rows;
    }

    @Override
    public Optional<EnrollmentRef> holder(Thumbprint certificate) {
        return rows.find(certificate.value()).map(HeldCertificate::holder);
    }

    @Override
    public boolean reserve(Thumbprint certificate, EnrollmentRef holder) {
        rows.requireWritable();
        boolean isFree = holder(certificate).isEmpty();
        if (isFree) put(certificate, holder);
        return isFree;
    }

    @Override
    public boolean reassign(Thumbprint certificate, EnrollmentRef from, EnrollmentRef to) {
        rows.requireWritable();
        boolean isFroms = holder(certificate).filter(from.canonical()::equals).isPresent();
        if (isFroms) put(certificate, to);
        return isFroms;
    }

    @Override
    public void release(EnrollmentRef holder, Set<Thumbprint> kept) {
        rows.requireWritable();
        rows.startingWith("").stream()
                .filter(row -> row.holder().equals(holder.canonical()) && !kept.contains(row.certificate()))
                .forEach(row -> rows.remove(row.certificate().value()));
    }

    private void put(Thumbprint certificate, EnrollmentRef holder) {
        rows.put(certificate.value(), new HeldCertificate(certificate, holder.canonical()));
    }
}
