package io.fairlead.adapters.persistence.enrollment;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.document.KeysForm;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.attestation.AuthorityReferences;
import io.fairlead.domain.attestation.ClientCertificates;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.SigningCertificates;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeyAttestation;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.attestation.X509Attestation;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.tpm.EndorsementKey;
import io.fairlead.domain.tpm.StorageRootKey;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/** What an entry demands as proof, as stored: keys encrypted, certificates as their DER in base64. */
final class AttestationForm {
    static final String SYMMETRIC_KEY = "symmetricKey";
    static final String X509 = "x509";
    static final String TPM = "tpm";

    private AttestationForm() {}

    static DocumentWriter of(Attestation attestation) {
        return attestation.match(
                AttestationForm::of,
                symmetricKey -> new DocumentWriter()
                        .put("type", SYMMETRIC_KEY)
                        .putSecret("keys", KeysForm.of(symmetricKey.keys())),
                AttestationForm::of);
    }

    private static DocumentWriter of(TpmAttestation attestation) {
        return new DocumentWriter()
                .put("type", TPM)
                .put("endorsementKey", attestation.endorsementKey().base64())
                .putIfPresent("storageRootKey", attestation.storageRootKey(), StorageRootKey::base64)
                .putSecret("secret", attestation.secret().base64());
    }

    private static DocumentWriter of(X509Attestation attestation) {
        DocumentWriter form = new DocumentWriter().put("type", X509);
        return attestation.matchX509(
                clients -> form.put("clientCertificates", pair(clients.certificates(), Certificate::base64)),
                signers -> form.put("signingCertificates", pair(signers.certificates(), Certificate::base64)),
                references -> form.put("caReferences", pair(references.names(), CertificateName::value)));
    }

    private static <T> DocumentWriter pair(PrimarySecondary<T> pair, Function<T, String> text) {
        return new DocumentWriter()
                .putIfPresent("primary", pair.primary(), text)
                .putIfPresent("secondary", pair.secondary(), text);
    }

    static Attestation attestation(DocumentReader stored) {
        String type = stored.text("type");
        return switch (type) {
            case SYMMETRIC_KEY -> new SymmetricKeyAttestation(KeysForm.keys(stored.secret("keys")));
            case X509 -> x509(stored);
            case TPM -> tpm(stored);
            default -> throw new IllegalArgumentException("attestation type " + type + " is not known to this program");
        };
    }

    private static TpmAttestation tpm(DocumentReader stored) {
        return new TpmAttestation(
                EndorsementKey.read(bytes(stored.text("endorsementKey"))),
                stored.maybeText("storageRootKey").map(text -> StorageRootKey.read(bytes(text))),
                new SymmetricKey(stored.secret("secret")));
    }

    private static X509Attestation x509(DocumentReader stored) {
        Optional<X509Attestation> clients = stored.maybeObject(
                "clientCertificates", pair -> new ClientCertificates(pair(pair, AttestationForm::certificate)));
        return clients.or(() -> stored.maybeObject(
                        "signingCertificates",
                        pair -> new SigningCertificates(pair(pair, AttestationForm::certificate))))
                .orElseGet(() -> new AuthorityReferences(
                        stored.object("caReferences", pair -> pair(pair, CertificateName::new))));
    }

    private static <T> PrimarySecondary<T> pair(DocumentReader stored, Function<String, T> value) {
        return new PrimarySecondary<>(
                stored.maybeText("primary").map(value),
                stored.maybeText("secondary").map(value));
    }

    private static Certificate certificate(String base64) {
        return Certificate.of(bytes(base64));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
