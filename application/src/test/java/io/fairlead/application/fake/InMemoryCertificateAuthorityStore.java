package io.fairlead.application.fake;

import io.fairlead.application.port.CertificateAuthorityStore;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.ETag;
import java.util.List;
import java.util.Optional;

/** Certificate authorities in a table. */
final class InMemoryCertificateAuthorityStore implements CertificateAuthorityStore {
    private final Table<CertificateAuthority> rows;

    InMemoryCertificateAuthorityStore(Table<CertificateAuthority> rows) {
        this.rows = rows;
    }

    @Override
    public Optional<CertificateAuthority> find(CertificateName name) {
        return rows.find(name.canonical());
    }

    @Override
    public Optional<CertificateAuthority> withCertificate(Thumbprint certificate) {
        return all().stream()
                .filter(row -> row.certificate().thumbprint().equals(certificate))
                .findFirst();
    }

    @Override
    public List<CertificateAuthority> all() {
        return rows.startingWith("");
    }

    @Override
    public boolean insert(CertificateAuthority authority) {
        rows.requireWritable();
        if (find(authority.name()).isPresent()
                || withCertificate(authority.certificate().thumbprint()).isPresent()) {
            return false;
        }
        rows.put(authority.name().canonical(), authority);
        return true;
    }

    @Override
    public boolean replace(CertificateAuthority authority, ETag expected) {
        if (!isAt(authority.name(), expected)) {
            return false;
        }
        rows.put(authority.name().canonical(), authority);
        return true;
    }

    @Override
    public boolean remove(CertificateName name, ETag expected) {
        if (!isAt(name, expected)) {
            return false;
        }
        rows.remove(name.canonical());
        return true;
    }

    private boolean isAt(CertificateName name, ETag expected) {
        rows.requireWritable();
        return find(name).filter(row -> row.etag().equals(expected)).isPresent();
    }
}
