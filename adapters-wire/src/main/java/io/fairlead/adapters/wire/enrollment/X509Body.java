package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.text.CertificateText;
import io.fairlead.application.administration.AttestationDraft;
import io.fairlead.application.administration.AttestationDraft.CertificateDraft;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.EnrollmentRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The certificates of an entry as an operator sends them (DPS {@code X509Attestation}): a device's own for an individual
 * enrollment, those that signed the devices', or the names of uploaded ones, for a group.
 */
final class X509Body {
    private static final String CLIENTS = "clientCertificates";
    private static final String SIGNERS = "signingCertificates";
    private static final String REFERENCES = "caReferences";

    private X509Body() {}

    static AttestationDraft draft(JsonMembers x509, EnrollmentRef.Kind entry) {
        return switch (entry) {
            case INDIVIDUAL -> {
                refuse(x509, "belongs to groups; an individual enrollment has clientCertificates", SIGNERS, REFERENCES);
                yield new AttestationDraft.Clients(pair(x509, CLIENTS, X509Body::certificates));
            }
            case GROUP -> {
                refuse(
                        x509,
                        "belongs to individual enrollments; a group has signingCertificates or caReferences",
                        CLIENTS);
                yield ofGroup(x509);
            }
        };
    }

    private static AttestationDraft ofGroup(JsonMembers x509) {
        if (!x509.has(REFERENCES)) {
            return new AttestationDraft.Signers(pair(x509, SIGNERS, X509Body::certificates));
        }
        refuse(x509, "cannot stand beside caReferences; choose one", SIGNERS);
        return new AttestationDraft.References(pair(x509, REFERENCES, X509Body::names));
    }

    private static void refuse(JsonMembers x509, String why, String... names) {
        for (String name : List.of(names)) {
            if (x509.has(name)) throw x509.refuse(name, why);
        }
    }

    private static <T> PrimarySecondary<T> pair(
            JsonMembers x509, String name, Function<JsonMembers, Function<String, Optional<T>>> reader) {
        JsonMembers members = x509.object(name).orElseThrow(() -> x509.refuse(name, "is missing"));
        Optional<T> primary = reader.apply(members).apply("primary");
        Optional<T> secondary = reader.apply(members).apply("secondary");
        if (primary.isEmpty() && secondary.isEmpty()) {
            throw members.refuse("primary", "is missing; give a primary or a secondary one");
        }
        return new PrimarySecondary<>(primary, secondary);
    }

    private static Function<String, Optional<CertificateName>> names(JsonMembers members) {
        return place -> members.text(place)
                .filter(text -> !text.isEmpty())
                .map(text -> Fields.made(members, place, text, CertificateName::new));
    }

    private static Function<String, Optional<CertificateDraft>> certificates(JsonMembers members) {
        return place -> members.object(place).flatMap(X509Body::certificate);
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
