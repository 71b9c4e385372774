package io.fairlead.adapters.persistence.certificate;

import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.port.CertificateAuthorityStore;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.ETag;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** Certificate authorities in the table {@code certificate_authorities}. */
public final class JdbiCertificateAuthorityStore implements CertificateAuthorityStore {
    private static final String SELECT = """
            select name, written_name, etag, thumbprint, certificate, proven, code, created_at, updated_at
            from fairlead.certificate_authorities
            """;
    private static final String FIND = SELECT + " where name = :name";
    private static final String BY_CERTIFICATE = SELECT + " where thumbprint = :thumbprint";
    private static final String ALL = SELECT + " order by name";
    private static final String INSERT = """
            insert into fairlead.certificate_authorities
                (name, written_name, etag, thumbprint, certificate, proven, code, created_at, updated_at)
            values (:name, :writtenName, :etag, :thumbprint, :certificate, :proven, :code, :createdAt, :updatedAt)
            on conflict do nothing
            """;
    private static final String REPLACE = """
            update fairlead.certificate_authorities
            set written_name = :writtenName, etag = :etag, thumbprint = :thumbprint, certificate = :certificate,
                proven = :proven, code = :code, created_at = :createdAt, updated_at = :updatedAt
            where name = :name and etag = :expected
            """;
    private static final String REMOVE =
            "delete from fairlead.certificate_authorities where name = :name and etag = :expected";

    private static final RowMapper<CertificateAuthority> AUTHORITY =
            (row, context) -> CertificateAuthorityRow.at(row).toAuthority();

    private final SqlSession sql;

    public JdbiCertificateAuthorityStore(SqlSession sql) {
        this.sql = sql;
    }

    @Override
    public Optional<CertificateAuthority> find(CertificateName name) {
        return sql.query(FIND).bind("name", name.canonical()).map(AUTHORITY).findOne();
    }

    @Override
    public Optional<CertificateAuthority> withCertificate(Thumbprint certificate) {
        return sql.query(BY_CERTIFICATE)
                .bind("thumbprint", certificate.value())
                .map(AUTHORITY)
                .findOne();
    }

    @Override
    public List<CertificateAuthority> all() {
        return sql.query(ALL).map(AUTHORITY).list();
    }

    @Override
    public boolean insert(CertificateAuthority authority) {
        return CertificateAuthorityRow.from(authority)
                        .bindTo(sql.update(INSERT))
                        .execute()
                == 1;
    }

    @Override
    public boolean replace(CertificateAuthority authority, ETag expected) {
        return CertificateAuthorityRow.from(authority)
                        .bindTo(sql.update(REPLACE))
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(CertificateName name, ETag expected) {
        return sql.update(REMOVE)
                        .bind("name", name.canonical())
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }
}
