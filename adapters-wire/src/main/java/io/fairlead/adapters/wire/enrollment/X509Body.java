package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.text.CertificateText;
import io.fairlead.application.administration.AttestationDraft;
import io.fairlead.application.administration.AttestationDraft.CertificateDraft;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.certificate.Thumbprint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The certificates of an individual enrollment as an operator sends them (DPS {@code X509Attestation}). */
final class X509Body {
    private static final String CLIENTS = "clientCertificates";

    private X509Body() {}

    static AttestationDraft draft(JsonMembers x509) {
        for (String name : List.of("signingCertificates", "caReferences")) {
            if (x509.has(name)) throw x509.refuse(name, "belongs to groups; an individual enrollment has " + CLIENTS);
        }
        JsonMembers pair = x509.object(CLIENTS).orElseThrow(() -> x509.refuse(CLIENTS, "is missing"));
        Optional<CertificateDraft> primary = pair.object("primary").flatMap(X509Body::certificate);
        Optional<CertificateDraft> secondary = pair.object("secondary").flatMap(X509Body::certificate);
        if (primary.isEmpty() && secondary.isEmpty()) {
            throw pair.refuse("primary", "is missing; give a primary or a secondary one");
        }
        return new AttestationDraft.Clients(new PrimarySecondary<>(primary, secondary));
    }

    /** The certificate, or without one the description, which names a stored certificate. */
    private static Optional<CertificateDraft> certificate(JsonMembers one) {
        return one.text("certificate")
                .filter(text -> !text.isBlank())
                .map(text -> CertificateDraft.of(Fields.made(one, "certificate", text, CertificateText::read)))
                .or(() -> one.object("info")
                        .flatMap(info -> info.text("sha256Thumbprint"))
                        .flatMap(text -> Thumbprint.parse(text.toUpperCase(Locale.ROOT)))
                        .map(CertificateDraft::described));
    }
}
