package io.fairlead.adapters.persistence.certificate;

import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Possession;
import io.fairlead.domain.identity.ETag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** A row of {@code certificate_authorities}; the certificate is its DER in base64. */
public record CertificateAuthorityRow(
        String name,
        String writtenName,
        String etag,
        String thumbprint,
        String certificate,
        boolean proven,
        Optional<String> code,
        Instant createdAt,
        Instant updatedAt) {

    static CertificateAuthorityRow from(CertificateAuthority authority) {
        return new CertificateAuthorityRow(
                authority.name().canonical(),
                authority.name().value(),
                authority.etag().value(),
                authority.certificate().thumbprint().value(),
                authority.certificate().base64(),
                authority.possession().proven(),
                authority.possession().code(),
                authority.createdAt(),
                authority.lastUpdatedAt());
    }

    public static CertificateAuthorityRow at(ResultSet row) throws SQLException {
        return new CertificateAuthorityRow(
                row.getString("name"),
                row.getString("written_name"),
                row.getString("etag"),
                row.getString("thumbprint"),
                row.getString("certificate"),
                row.getBoolean("proven"),
                Columns.text(row, "code"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }

    public CertificateAuthority toAuthority() {
        return new CertificateAuthority(
                new CertificateName(writtenName),
                Certificate.of(Base64.getDecoder().decode(certificate)),
                new Possession(proven, code),
                new ETag(etag),
                createdAt,
                updatedAt);
    }

    Update bindTo(Update update) {
        return update.bind("name", name)
                .bind("writtenName", writtenName)
                .bind("etag", etag)
                .bind("thumbprint", thumbprint)
                .bind("certificate", certificate)
                .bind("proven", proven)
                .bind("code", code.orElse(null))
                .bind("createdAt", Columns.time(createdAt))
                .bind("updatedAt", Columns.time(updatedAt));
    }
}
